"""Calling through the scheduler: a stack of generators makes recursion without recursion."""


def factorial(n):
    if n <= 1:
        return 1
    return n * (yield factorial(n - 1))


def run(task):
    stack = [task]
    value = None
    deepest = 0
    while stack:
        deepest = max(deepest, len(stack))
        try:
            called = stack[-1].send(value)
        except StopIteration as stop:
            stack.pop()
            value = stop.value
        else:
            stack.append(called)
            value = None
    return value, deepest


print(run(factorial(10)))
value, deepest = run(factorial(3000))
print(f"3000! has {len(str(value // 10**5000)) + 5000} digits, the stack was {deepest} deep")

"""Tutorial 4.1 to 4.6."""
for x in (-5, 0, 1, 7):
    if x < 0:
        x = 0
        print('Negative changed to zero')
    elif x == 0:
        print('Zero')
    elif x == 1:
        print('Single')
    else:
        print('More')
words = ['cat', 'window', 'defenestrate']
for w in words:
    print(w, len(w))
users = {'Hans': 'active', 'Éléonore': 'inactive', '景太郎': 'active'}
for user, status in users.copy().items():
    if status == 'inactive':
        del users[user]
print(users)
try:
    for user in users:
        users[user + '!'] = 1
except RuntimeError as error:
    print(error, users)
print(list(range(5, 10)), list(range(0, 10, 3)), list(range(-10, -100, -30)), range(10), sum(range(4)))
for n in range(2, 10):
    for x in range(2, n):
        if n % x == 0:
            print(n, 'equals', x, '*', n // x)
            break
    else:
        print(n, 'is a prime number')
for num in range(2, 6):
    if num % 2 == 0:
        print("Found an even number", num)
        continue
    print("Found an odd number", num)
class Empty:
    pass
def initlog(*args):
    pass
print(initlog(1), Empty().__class__.__name__)
try:
    range(0, 5, 0)
except ValueError as error:
    print(error)
try:
    range(1.5)
except TypeError as error:
    print(error)

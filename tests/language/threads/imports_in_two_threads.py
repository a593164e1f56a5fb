"""Two threads import a module: the second one waits until the first has run it."""
import sys
import threading

sys.path.insert(0, __file__.removesuffix(".py"))
values = []


def work():
    import slow_module

    values.append(slow_module.value)


threads = [threading.Thread(target=work) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(values)

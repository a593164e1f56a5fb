import time

print("begins")
time.sleep(0.05)
value = 42
print("is finished")

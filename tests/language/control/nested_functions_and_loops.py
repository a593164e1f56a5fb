def primes():
    n, found = 2, []
    while True:
        for p in found:
            if p * p > n:
                continue
            if n % p == 0:
                break
        else:
            found.append(n)
            yield n
        n += 1


for p in primes():
    if p > 50:
        break
    print(p, end=" ")
print()

"""The sieve of Eratosthenes, per number."""

from measure import measure

N = 300_000


def work():
    prime = [True] * N
    for i in range(2, int(N**0.5) + 1):
        if prime[i]:
            for multiple in range(i * i, N, i):
                prime[multiple] = False
    return prime.count(True)


measure("language_sieve", work, N)

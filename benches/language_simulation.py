"""A small object-oriented simulation: customers, tills and queues, per event."""

import heapq
import random

from measure import measure

CUSTOMERS = 15_000


class Till:
    def __init__(self, speed):
        self.speed = speed
        self.waiting = []
        self.busy = False

    def arrive(self, shop, customer):
        self.waiting.append(customer)
        if not self.busy:
            self.serve(shop)

    def serve(self, shop):
        customer = self.waiting.pop(0)
        self.busy = True
        shop.later(customer.items / self.speed, self.finish)

    def finish(self, shop):
        shop.served += 1
        self.busy = False
        if self.waiting:
            self.serve(shop)


class Customer:
    def __init__(self, items):
        self.items = items


class Shop:
    def __init__(self, tills):
        self.now = 0.0
        self.events = []
        self.sequence = 0
        self.served = 0
        self.tills = tills

    def later(self, delay, action):
        self.sequence += 1
        heapq.heappush(self.events, (self.now + delay, self.sequence, action))

    def enter(self, customer):
        till = min(self.tills, key=lambda till: len(till.waiting))
        till.arrive(self, customer)

    def run(self):
        while self.events:
            self.now, _, action = heapq.heappop(self.events)
            action(self)


def work():
    random.seed(7)
    shop = Shop([Till(1.0), Till(1.5), Till(2.0)])
    for n in range(CUSTOMERS):
        customer = Customer(random.randint(1, 9))
        shop.later(n * 1.2, lambda shop, customer=customer: shop.enter(customer))
    shop.run()
    assert shop.served == CUSTOMERS


measure("language_simulation", work, 2 * CUSTOMERS, repeats=3)

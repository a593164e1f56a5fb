"""`call_later` is a heap of deadlines beside the queue; when nothing is ready the clock moves on."""

import heapq
from collections import deque


class Loop:
    def __init__(self):
        self.now = 0.0
        self.ready = deque()
        self.timers = []
        self.sequence = 0

    def call_soon(self, callback, *arguments):
        self.ready.append((callback, arguments))

    def call_later(self, delay, callback, *arguments):
        self.sequence += 1
        heapq.heappush(self.timers, (self.now + delay, self.sequence, callback, arguments))

    def run(self):
        while self.ready or self.timers:
            if not self.ready:
                self.now, _, callback, arguments = heapq.heappop(self.timers)
                self.ready.append((callback, arguments))
            callback, arguments = self.ready.popleft()
            callback(*arguments)


def say(text):
    print(f"t={loop.now}: {text}")


loop = Loop()
loop.call_later(2, say, "two")
loop.call_later(1, lambda: loop.call_later(0.5, say, "one and a half"))
loop.call_soon(say, "at once")
loop.run()

"""Tests of event loops choose among selectors; None stands for each: the loop waits in its own way."""

from collections import namedtuple

SelectorKey = namedtuple("SelectorKey", ["fileobj", "fd", "events", "data"])
EVENT_READ = 1
EVENT_WRITE = 2


class BaseSelector:
    """The base of selectors that tests write themselves."""

    def close(self):
        pass


def SelectSelector():
    return None


PollSelector = EpollSelector = DefaultSelector = SelectSelector

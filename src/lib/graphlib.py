"""Topological sorting."""

GenericAlias = type(list[int])

__all__ = ["TopologicalSorter", "CycleError"]

# What `missing` counts for a node that was handed out, and for one that is done.
_HANDED_OUT = -1
_DONE = -2


class CycleError(ValueError):
    """Raised when nodes depend on each other; the second argument is the cycle."""


class _Node:
    __slots__ = ("value", "missing", "successors")

    def __init__(self, value):
        self.value = value
        # How many predecessors aren't done yet.
        self.missing = 0
        self.successors = []


class TopologicalSorter:
    """Brings nodes into an order in which each comes after those it depends on."""

    def __init__(self, graph=None):
        self._nodes = {}
        self._ready = None
        self._handed_out = 0
        self._finished = 0
        if graph is not None:
            for node, predecessors in graph.items():
                self.add(node, *predecessors)

    def _node(self, value):
        node = self._nodes.get(value)
        if node is None:
            node = self._nodes[value] = _Node(value)
        return node

    def add(self, node, *predecessors):
        """Add a node and nodes that it depends on."""
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        entry = self._node(node)
        entry.missing += len(predecessors)
        for predecessor in predecessors:
            self._node(predecessor).successors.append(node)

    def prepare(self):
        """End adding nodes; CycleError if there is a cycle."""
        if self._ready is not None:
            raise ValueError("cannot prepare() more than once")
        self._ready = [node.value for node in self._nodes.values() if node.missing == 0]
        # Even with a cycle, the sorter can go on as far as the cycle allows.
        cycle = self._find_cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def get_ready(self):
        """Return the nodes whose predecessors are done, each once."""
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        result = tuple(self._ready)
        for value in result:
            self._nodes[value].missing = _HANDED_OUT
        self._ready.clear()
        self._handed_out += len(result)
        return result

    def is_active(self):
        """True while nodes are left."""
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        return self._finished < self._handed_out or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        """Say that nodes from get_ready() are done."""
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        for value in nodes:
            node = self._nodes.get(value)
            if node is None:
                raise ValueError(f"node {value!r} was not added using add()")
            if node.missing == _DONE:
                raise ValueError(f"node {value!r} was already marked done")
            if node.missing != _HANDED_OUT:
                raise ValueError(f"node {value!r} was not passed out (still not ready)")
            node.missing = _DONE
            for successor in node.successors:
                entry = self._nodes[successor]
                entry.missing -= 1
                if entry.missing == 0:
                    self._ready.append(successor)
            self._finished += 1

    def _find_cycle(self):
        """Return a cycle with its first node repeated at the end, or None."""
        seen = set()
        for start in self._nodes:
            if start in seen:
                continue
            path = []
            position = {}
            iterators = []
            value = start
            while True:
                if value in seen:
                    if value in position:
                        return path[position[value]:] + [value]
                else:
                    seen.add(value)
                    position[value] = len(path)
                    path.append(value)
                    iterators.append(iter(self._nodes[value].successors))
                # Go on with the next successor of the last node that has one.
                while path:
                    value = next(iterators[-1], _exhausted)
                    if value is not _exhausted:
                        break
                    iterators.pop()
                    del position[path.pop()]
                else:
                    break
        return None

    def static_order(self):
        """Return the nodes in order."""
        self.prepare()
        while self.is_active():
            ready = self.get_ready()
            yield from ready
            self.done(*ready)

    __class_getitem__ = classmethod(GenericAlias)


_exhausted = object()

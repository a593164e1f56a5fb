class Tree:
    def __init__(self, value, *children):
        self.value, self.children = value, children

    def __iter__(self):
        yield self.value
        for c in self.children:
            yield from c

    def __len__(self):
        return sum(1 for _ in self)

    def __reversed__(self):
        return iter(list(self)[::-1])


t = Tree(1, Tree(2, Tree(3)), Tree(4))
print(list(t), len(t), list(reversed(t)), 3 in t, max(t), sum(t), [*t][-1])

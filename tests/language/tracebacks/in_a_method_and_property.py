class A:
    @property
    def p(self):
        return self.q()

    def q(self):
        return self._missing

A().p

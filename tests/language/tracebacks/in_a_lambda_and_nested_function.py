def make():
    def nested():
        return (lambda: undefined_name)()
    return nested

make()()

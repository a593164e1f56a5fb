class Client:
    async def fetch(self):
        return 1


Client().fetch()


def outer():
    async def nested():
        pass

    nested()


outer()
(lambda: Client().fetch())()

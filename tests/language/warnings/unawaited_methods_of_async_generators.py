import asyncio, warnings
async def ag(): yield 1
warnings.simplefilter("error")
a = ag()
a.asend(None)
a.__anext__()
async def co(): pass
co()
warnings.simplefilter("default")
a.athrow(ValueError)
co()

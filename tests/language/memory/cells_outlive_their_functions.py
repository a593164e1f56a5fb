"""A variable shared by a function that is garbage and a generator that is brought back."""
import gc
import sys

kept = []


def make():
    state = {"finalised": False}

    async def items():
        try:
            yield 1
        finally:
            state["finalised"] = True

    async_items = items()

    def refers_to_itself():
        return async_items, refers_to_itself, state

    try:
        async_items.__anext__().send(None)
    except StopIteration:
        pass
    return state


sys.set_asyncgen_hooks(finalizer=lambda agen: kept.append(agen.aclose()))
state = make()
print(gc.collect() > 0, len(kept))
try:
    kept.pop().send(None)
except StopIteration:
    print("closed")
print(state)

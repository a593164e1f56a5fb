__all__ = ["shown"]
shown = 1
hidden = 2


def __getattr__(name):
    if name.startswith("missing"):
        raise AttributeError(name)
    return f"made {name}"

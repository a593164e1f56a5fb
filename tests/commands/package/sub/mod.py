print("submod", __name__)

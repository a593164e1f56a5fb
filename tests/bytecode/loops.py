def leave_loops(items):
    for item in items:
        if item is None:
            continue
        while item > 0:
            item -= 1
            if item == 3:
                break
        else:
            return item
    else:
        return None


while True:
    pass

def first[T: int = bool](items: list[T]) -> T:
    return items[0]


class Box[T]:
    item: T


type Pair[T] = tuple[T, T]

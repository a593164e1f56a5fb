def first[T](items: list[T]) -> T:
    return items[0]


class Box[T]:
    def __init__(self, value: T) -> None:
        self.value = value


type Pair[A] = tuple[A, A]

x: int = 5
y: "undefined_name"
print(first([1, 2]), Box("b").value, x)
print(first.__type_params__, Pair, __annotations__)

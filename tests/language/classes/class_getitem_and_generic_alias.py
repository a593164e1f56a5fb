class A:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item}]"


print(A[5], list[int], dict[str, list[int]], tuple[int, ...])
x: list[int] = []
print(int | None, isinstance(5, int | str))
try:
    isinstance([], list[int])
except TypeError as e:
    print(e)
try:
    int[5]
except TypeError as e:
    print(e)

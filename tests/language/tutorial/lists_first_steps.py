"""Tutorial 3.1.3 and 3.2: lists, first steps."""
squares = [1, 4, 9, 16, 25]
print(squares, squares[0], squares[-1], squares[-3:])
print(squares + [36, 49, 64, 81, 100])
cubes = [1, 8, 27, 65, 125]
cubes[3] = 4 ** 3
cubes.append(216)
cubes.append(7 ** 3)
print(cubes)
rgb = ["Red", "Green", "Blue"]
rgba = rgb
print(id(rgb) == id(rgba))
rgba.append("Alph")
correct = rgba[:]
correct[-1] = "Alpha"
print(rgb, correct)
letters = list('abcdefg')
letters[2:5] = ['C', 'D', 'E']
print(letters)
letters[2:5] = []
print(letters)
letters[1:1] = ['x', 'y', 'z']
print(letters)
letters[::2] = range(4)
print(letters)
try:
    letters[::2] = [1]
except ValueError as error:
    print(error)
letters[:] = []
print(letters, len(letters))
a = ['a', 'b', 'c']
n = [1, 2, 3]
x = [a, n]
print(x, x[0], x[0][1])
a, b = 0, 1
while a < 1000:
    print(a, end=',')
    a, b = b, a + b
print()

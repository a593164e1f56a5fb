import sys

sys.path.insert(0, "tests/language/modules/package_with_relative_imports")
from animals import dog
from animals.wild.wolf import howl
import animals.wild as wild

print(dog.speak(), howl(), wild.__name__, "animals" in dir())
print(sorted(m for m in sys.modules if m.startswith("animals")))

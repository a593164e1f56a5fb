import sys

sys.path.insert(0, "tests/language/modules/import_forms")
import shapes
import shapes.round as r
from shapes import AREA as area, square
from shapes.round import *
import shapes.round

print(
    shapes.__name__,
    r.__name__,
    area,
    square.side(2),
    circle(1),
    shapes.round is r,
    shapes.__package__,
    r.__package__,
)
print("_hidden" in globals(), sorted(n for n in vars(shapes) if not n.startswith("__")))

print("shapes is imported once")
AREA = 10
from . import square

class Silent(Exception):
    pass

try:
    raise Silent
except Silent:
    raise Silent()

x = 1
del x


def attribute():
    del print.z


def key():
    d = {}
    del d["k"]


def index():
    l = []
    del l[0]


def real():
    del (1).real


def from_tuple():
    t = (1,)
    del t[0]


def from_str():
    s = "a"
    del s[0]


def global_name():
    global x
    del x


for f in (attribute, key, index, real, from_tuple, from_str, global_name):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)

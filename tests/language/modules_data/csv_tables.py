# csv: tables read and written.
import csv
import io

TEXT = 'name,age\r\n"Ann, B.",30\r\n"say ""hi""",\r\n\r\n"two\nlines",x y\r\n'
r = csv.reader(io.StringIO(TEXT, newline=""))
for row in r:
    print(r.line_num, row)
print(list(csv.reader(["a;b;'c;d'"], delimiter=";", quotechar="'")), list(csv.reader(["a, b,  c"], skipinitialspace=True)), list(csv.reader(["a\tb"], dialect="excel-tab")))
print(list(csv.reader(['1,"a",2.5'], quoting=csv.QUOTE_NONNUMERIC)), list(csv.reader(['"a",b'], quoting=csv.QUOTE_NONE)), list(csv.reader(["a\\,b,c"], escapechar="\\")))
print(list(csv.reader(["", "a", ",", '""', '"a"b', 'a"b'])))
for options in ({}, {"quoting": csv.QUOTE_ALL}, {"quoting": csv.QUOTE_NONNUMERIC}, {"delimiter": "|"}, {"dialect": "unix"}, {"lineterminator": "\n"}, {"quoting": csv.QUOTE_STRINGS}, {"quoting": csv.QUOTE_NOTNULL}, {"doublequote": False, "escapechar": "\\"}, {"quoting": csv.QUOTE_NONE, "escapechar": "\\"}):
    out = io.StringIO(newline="")
    w = csv.writer(out, **options)
    print(w.writerow(["a", 1, 2.5, None, "x,y", 'q"q', "l\nl", ""]), end=" ")
    w.writerows([[True], ["only"]])
    print(repr(out.getvalue()))
out = io.StringIO(newline="")
w = csv.DictWriter(out, ["a", "b"], restval="-", extrasaction="ignore")
w.writeheader()
w.writerow({"a": 1})
w.writerows([{"a": 2, "b": 3, "c": 4}])
print(repr(out.getvalue()))
for row in csv.DictReader(io.StringIO("x,y\n1,2\n3\n4,5,6\n"), restkey="more", restval="none"):
    print(row)
d = csv.DictReader(["1,2"], fieldnames=["p", "q"])
print(d.fieldnames, list(d), d.line_num)
csv.register_dialect("mine", delimiter=":", quoting=csv.QUOTE_ALL)
print(csv.list_dialects(), csv.get_dialect("mine").delimiter, list(csv.reader(["a:b"], "mine")))
csv.unregister_dialect("mine")
for call in (
    lambda: csv.get_dialect("mine"), lambda: csv.reader([], delimiter=",,"), lambda: csv.reader([], delimiter=5), lambda: csv.reader([], quoting=9),
    lambda: list(csv.reader([b"a"])), lambda: csv.writer(5), lambda: csv.writer(io.StringIO()).writerow(5), lambda: csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE).writerow(["a,b"]),
    lambda: list(csv.reader(['"a'], strict=True)), lambda: list(csv.reader(['"a"b'], strict=True)), lambda: csv.DictWriter(io.StringIO(), ["a"]).writerow({"z": 1}), lambda: csv.reader([], nothing=1),
):
    try:
        print(call())
    except (csv.Error, TypeError, ValueError) as error:
        print(type(error).__name__, error)

"""Library reference: csv."""
import csv
import io
rows = [['name', 'value', 'note'], ['a b', 1, 'x,y'], ['q"uote', 2.5, 'line\nbreak'], ['', None, ' space ']]
out = io.StringIO()
w = csv.writer(out)
print(w.writerow(rows[0]), w.writerows(rows[1:]))
print(repr(out.getvalue()))
print(list(csv.reader(io.StringIO(out.getvalue()))))
for kw in (dict(delimiter=';'), dict(quoting=csv.QUOTE_ALL), dict(quoting=csv.QUOTE_NONNUMERIC), dict(quotechar="'"), dict(lineterminator='\n'), dict(dialect='excel-tab'), dict(dialect='unix'), dict(doublequote=False, escapechar='\\'), dict(quoting=csv.QUOTE_NONE, escapechar='\\'), dict(quoting=csv.QUOTE_STRINGS), dict(quoting=csv.QUOTE_NOTNULL)):
    out = io.StringIO()
    csv.writer(out, **kw).writerows(rows)
    print(kw, repr(out.getvalue()))
for text, kw in (('a,b\n"c,d","e""f"\n', {}), ('a;b', dict(delimiter=';')), ("'a b' 'c'", dict(delimiter=' ', quotechar="'")), ('a, b', dict(skipinitialspace=True)), ('1,"2",x', dict(quoting=csv.QUOTE_NONE)), ('a\\,b,c', dict(escapechar='\\')), ('"multi\nline",x', {}), ('', {}), ('\n\na', {}), ('a,', {}), ('"a"b,c', {}), ('a"b,c', {}), ('1,2.5', dict(quoting=csv.QUOTE_NONNUMERIC)), ('a\r\nb\rc', {})):
    r = csv.reader(text.splitlines(True), **kw)
    print(repr(text), kw, list(r), r.line_num)
d = csv.DictReader(io.StringIO('a,b\n1,2\n3\n4,5,6\n'), restkey='rest', restval='none')
print(d.fieldnames, list(d), d.line_num)
out = io.StringIO()
dw = csv.DictWriter(out, ['x', 'y'], restval='-', extrasaction='ignore')
dw.writeheader()
dw.writerow({'x': 1, 'z': 9})
dw.writerows([{'y': 2}, {'x': 'a', 'y': 'b'}])
print(repr(out.getvalue()))
csv.register_dialect('pipes', delimiter='|', quoting=csv.QUOTE_MINIMAL)
print('pipes' in csv.list_dialects(), csv.get_dialect('pipes').delimiter, list(csv.reader(['a|b'], 'pipes')), csv.unregister_dialect('pipes'), csv.field_size_limit(), csv.excel.delimiter, csv.excel_tab.delimiter)
for bad in (lambda: csv.writer(out, dialect='nope'), lambda: csv.writer(5), lambda: csv.reader(5), lambda: csv.writer(out).writerow(5), lambda: csv.writer(out, delimiter='ab'), lambda: csv.writer(out, nope=1), lambda: dw.writerow({'q': 1}) and csv.DictWriter(out, ['a']).writerow({'b': 1}), lambda: csv.writer(out, quoting=csv.QUOTE_NONE).writerow(['a,b']), lambda: list(csv.reader(['"abc'], strict=True)), lambda: list(csv.reader(['"a"b'], strict=True)), lambda: csv.get_dialect('zzz'), lambda: csv.writer(out, quotechar='', quoting=csv.QUOTE_ALL), lambda: list(csv.reader([b'a'])), lambda: csv.writer(out, delimiter=''), lambda: csv.writer(out, lineterminator=5)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)

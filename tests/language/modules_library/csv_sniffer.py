"""Guessing how a table is written."""

import csv
import io

SAMPLES = [
    "a,b,c\n1,2,3\n4,5,6\n",
    "name;age\nAnn;5\nBob;6\n",
    "a\tb\n1\t2\n",
    "x|y|z\n1|2|3\n",
    '"a","b"\n"1","2"\n',
    "'a';'b'\n'1';'2'\n",
    "one\ntwo\nthree\n",
    "",
    "a, b, c\n1, 2, 3\n",
    'name,when\n"Smith, J",2020\n"Doe, A",2021\n',
    "a b c\n1 2 3\n",
    "10:20:30\n11:22:33\n",
    '"x" , "y"\n"1" , "2"\n',
    'id,text\n1,"he said ""hi"""\n2,"b"\n',
    "\n".join(f"{number};{number * number},5" for number in range(25)),
]

sniffer = csv.Sniffer()
for sample in SAMPLES:
    for delimiters in (None, ",;"):
        try:
            found = sniffer.sniff(sample, delimiters)
        except csv.Error as error:
            print(repr(sample), delimiters, error)
            continue
        print(repr(sample), delimiters, repr(found.delimiter), found.quotechar)
        print("   ", found.doublequote, found.skipinitialspace, found.quoting)
        print("   ", list(csv.reader(io.StringIO(sample), found))[:3])
    try:
        print("   header:", sniffer.has_header(sample))
    except csv.Error as error:
        print("   header:", error)

for sample in (
    "name,age\nAnn,5\nBob,6\n", "1,2\n3,4\n5,6\n", "word,other\nabc,def\nghi,jkl\n",
    "w,o\nabc,def\nghi,jkl\n", "abc,x\ndef,y\n",
):
    print(repr(sample), sniffer.has_header(sample))

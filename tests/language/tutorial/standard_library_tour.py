"""Tutorial 10 and 11: a tour of the standard library."""
import bisect
import heapq
import itertools
import logging
import math
import pprint
import random
import re
import reprlib
import statistics
import string
import sys
import textwrap
import time
from collections import deque
from datetime import date
from fractions import Fraction

print(re.findall(r'\bf[a-z]*', 'which foot or hand fell fastest'), re.sub(r'(\b[a-z]+) \1', r'\1', 'cat in the the hat'))
print('tea for too'.replace('too', 'two'))
print(math.cos(math.pi / 4), math.log(1024, 2))
random.seed(4)
print(random.choice(['apple', 'pear', 'banana']), random.sample(range(100), 10), random.random(), random.randrange(6))
data = [2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5]
print(statistics.mean(data), statistics.median(data), statistics.variance(data))
birthday = date(1964, 7, 31)
print((date(2003, 12, 2) - birthday).days, date(2003, 12, 2).strftime("%m-%d-%y. %d %b %Y is a %A on the %d day of %B."))
print(reprlib.repr(set('supercalifragilisticexpialidocious')))
pprint.pprint([[[['black', 'cyan'], 'white', ['green', 'red']], [['magenta', 'yellow'], 'blue']]], width=30)
doc = """The wrap() method is just like fill() except that it returns
a list of strings instead of one big string with newlines to separate
the wrapped lines."""
print(textwrap.fill(doc, width=40))
t = string.Template('${village}folk send $$10 to $cause.')
print(t.substitute(village='Nottingham', cause='the ditch fund'))
try:
    string.Template('Return the $item to $owner.').substitute(dict(item='unladen swallow'))
except KeyError as error:
    print(repr(error))
print(string.Template('Return the $item to $owner.').safe_substitute(dict(item='unladen swallow')))
logging.warning('Warning:config file %s not found', 'server.conf')
scores = [(100, 'perl'), (200, 'tcl'), (400, 'lua'), (500, 'python')]
bisect.insort(scores, (300, 'ruby'))
print(scores)
data = [1, 3, 5, 7, 9, 2, 4, 6, 8, 0]
heapq.heapify(data)
heapq.heappush(data, -5)
print([heapq.heappop(data) for i in range(3)])

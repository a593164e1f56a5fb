"""A whole program: records through generators, grouped, reported."""
import csv
import io
import itertools
import json
import statistics
from collections import Counter, defaultdict
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from functools import reduce

SOURCE = '''date,city,kind,value
2024-01-01,Oslo,temp,-3.5
2024-01-01,Rome,temp,9.0
2024-01-02,Oslo,temp,-1
2024-01-02,Rome,rain,x
2024-01-02,Rome,temp,11.5
bad line
2024-01-03,Oslo,rain,2.25
2024-01-03,,temp,4
'''


@dataclass(frozen=True, order=True)
class Reading:
    day: date
    city: str
    kind: str = field(compare=False)
    value: float = field(compare=False, default=0.0)

    @classmethod
    def parse(cls, row):
        if not row.get('city'):
            raise ValueError(f'no city in {row}')
        return cls(date.fromisoformat(row['date']), row['city'], row['kind'], float(row['value']))


def readings(text, errors):
    for number, row in enumerate(csv.DictReader(io.StringIO(text)), 2):
        try:
            yield Reading.parse(row)
        except (ValueError, TypeError) as error:
            errors.append((number, type(error).__name__, str(error)))


def by(items, key):
    groups = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return dict(sorted(groups.items()))


errors = []
data = list(readings(SOURCE, errors))
print(len(data), errors)
for city, rs in by(data, lambda r: r.city).items():
    temps = [r.value for r in rs if r.kind == 'temp']
    print(f'{city:<6}{len(rs):>3} {statistics.fmean(temps):>7.2f} {min(temps):>6} {max(temps):>6}')
print(sorted(data)[0], max(data, key=lambda r: r.value), Counter(r.kind for r in data), {k: [r.city for r in g] for k, g in itertools.groupby(sorted(data, key=lambda r: r.kind), key=lambda r: r.kind)})
print(json.dumps([asdict(r) for r in data[:2]], default=str, indent=1))
days = [data[0].day + timedelta(n) for n in range(4)]
print([sum(r.day == d for r in data) for d in days], reduce(lambda a, r: a | {r.city: a.get(r.city, 0) + r.value}, data, {}))


def running(values):
    total = 0
    for n, v in enumerate(values, 1):
        total += v
        yield round(total / n, 3)


print(list(running(r.value for r in data)), list(itertools.pairwise(running([1, 2, 3]))))


class Report:
    def __init__(self, rows):
        self.rows = rows

    def __iter__(self):
        yield from (('header', 'day', 'city'), *(('row', r.day.isoformat(), r.city) for r in self.rows))
        yield ('footer', len(self.rows))

    def __str__(self):
        out = []
        for line in self:
            match line:
                case ('header', *names):
                    out.append(' | '.join(n.upper() for n in names))
                case ('row', day, city) if city.startswith('O'):
                    out.append(f'{day} * {city}')
                case ('row', day, city):
                    out.append(f'{day}   {city}')
                case ('footer', n):
                    out.append(f'({n} rows)')
        return '\n'.join(out)


print(Report(data))

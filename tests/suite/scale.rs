//! Nothing is quadratic: eight times as much work takes about eight times as many machine
//! instructions.
//!
//! Times depend on the machine; instructions, which Valgrind counts, do not, and neither a copy of
//! the whole list nor a walk through all tasks can hide from them. Each program runs with few and
//! with many operations; what an operation costs may grow by half (caches of tables, longer numbers)
//! but not with their number. Where there is no Valgrind the test says so and checks nothing.

use crate::support::{in_parallel, ouro, report};
use crate::valgrind;

/// By how much more operations are done in the larger run.
const FACTOR: u64 = 8;

/// How much dearer an operation may be in the larger run. Quadratic behaviour that makes up a tenth
/// of the smaller run's cost makes it 1.7 times as dear.
const MAY_GROW: f64 = 1.5;

struct Row {
    name: &'static str,
    /// Operations of the smaller run of an optimised build.
    few: u64,
    /// Does `n` operations.
    program: &'static str,
}

impl Row {
    /// An unoptimised build takes ten times as long for each operation, and gets a tenth of them.
    fn operations(&self) -> u64 {
        if cfg!(debug_assertions) { (self.few / 10).max(60) } else { self.few }
    }
}

const ROWS: &[Row] = &[
    Row { name: "string_concatenation", few: 20_000, program: "
def grow(text):
    for i in range(n):
        text += 'some text'
grow('')
" },
    Row { name: "bytearray_extension", few: 6_000, program: "
data = bytearray()
for i in range(n):
    data += b'some bytes'
" },
    Row { name: "list_extension", few: 4_000, program: "
items = []
for i in range(n):
    items.append(i)
    items += [i, i]
    items.extend((i, i))
" },
    Row { name: "dict_growth", few: 6_000, program: "
numbers, names = {}, {}
for i in range(n):
    numbers[i] = i
    names[str(i)] = i
" },
    Row { name: "dict_as_a_queue", few: 4_000, program: "
queue = dict.fromkeys(range(1000))
for i in range(n):
    queue[1000 + i] = None
    del queue[next(iter(queue))]
" },
    Row { name: "set_growth", few: 12_000, program: "
numbers = set()
for i in range(n):
    numbers.add(i)
" },
    Row { name: "deque", few: 4_000, program: "
from collections import deque
queue = deque()
for i in range(n):
    queue.append(i)
    queue.appendleft(i)
while queue:
    queue.popleft()
" },
    Row { name: "objects_kept", few: 6_000, program: "
class Node:
    pass
kept = []
for i in range(n):
    node = Node()
    node.itself = node
    kept.append(node)
" },
    Row { name: "objects_in_cycles_dropped", few: 10_000, program: "
for i in range(n):
    pair = []
    pair.append(pair)
" },
    Row { name: "classes_made", few: 600, program: "
kept = [type('Made', (), {}) for i in range(n)]
" },
    Row { name: "exceptions_chained", few: 2_000, program: "
last = None
for i in range(n):
    try:
        raise ValueError(i)
    except ValueError as error:
        error.__context__ = last
        last = error
del last
" },
    Row { name: "exceptions_raised_from_the_last", few: 2_000, program: "
last = None
for i in range(n):
    try:
        raise ValueError(i) from last
    except ValueError as error:
        last = error
" },
    Row { name: "exceptions_raised_through_frames", few: 1_000, program: "
import sys
sys.setrecursionlimit(n + 100)
def deep(n):
    if n == 0:
        raise ValueError
    deep(n - 1)
try:
    deep(n)
except ValueError:
    pass
" },
    Row { name: "exception_groups", few: 2_000, program: "
group = ExceptionGroup('all', [ValueError(i) for i in range(n)])
matched, rest = group.split(lambda error: error.args[0] % 2 if error.args and type(error.args[0]) is int else False)
" },
    Row { name: "generators_in_a_chain", few: 1_000, program: "
import sys
sys.setrecursionlimit(n + 100)
def passes_on(inner):
    yield from inner
chain = iter([1, 2, 3, 4])
for i in range(n):
    chain = passes_on(chain)
list(chain)
" },
    Row { name: "tasks_that_switch", few: 600, program: "
import asyncio
async def switches():
    for i in range(4):
        await asyncio.sleep(0)
async def main():
    await asyncio.gather(*[switches() for i in range(n)])
asyncio.run(main())
" },
    Row { name: "tasks_cancelled", few: 12_500, program: "
import asyncio
async def main():
    tasks = [asyncio.create_task(asyncio.sleep(1000)) for i in range(n)]
    await asyncio.sleep(0)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
asyncio.run(main())
" },
    Row { name: "tasks_cancelled_by_their_group", few: 1_250, program: "
import asyncio
async def fails():
    raise ValueError
async def main():
    try:
        async with asyncio.TaskGroup() as group:
            for i in range(n):
                group.create_task(asyncio.sleep(1000))
            group.create_task(fails())
    except* ValueError:
        pass
asyncio.run(main())
" },
    Row { name: "waiters_cancelled", few: 400, program: "
import asyncio
async def main():
    event, lock, queue = asyncio.Event(), asyncio.Lock(), asyncio.Queue()
    await lock.acquire()
    waiters = [
        asyncio.create_task(wait())
        for i in range(n) for wait in (event.wait, lock.acquire, queue.get)
    ]
    await asyncio.sleep(0)
    for task in reversed(waiters):
        task.cancel()
    await asyncio.gather(*waiters, return_exceptions=True)
asyncio.run(main())
" },
    Row { name: "waiters_woken", few: 400, program: "
import asyncio
async def main():
    event, lock, queue = asyncio.Event(), asyncio.Lock(), asyncio.Queue()
    async def holds():
        async with lock:
            await asyncio.sleep(0)
    tasks = [
        asyncio.create_task(wait())
        for i in range(n) for wait in (event.wait, holds, queue.get)
    ]
    await asyncio.sleep(0)
    event.set()
    for i in range(n):
        queue.put_nowait(i)
    await asyncio.gather(*tasks)
asyncio.run(main())
" },
    Row { name: "timers_cancelled", few: 12_500, program: "
import asyncio
async def main():
    loop = asyncio.get_running_loop()
    timers = [loop.call_later(1000 + i % 7, print) for i in range(n)]
    for timer in timers:
        timer.cancel()
    await asyncio.sleep(0)
    timers = [loop.call_later(2000 - i, print) for i in range(n)]
    for timer in reversed(timers):
        timer.cancel()
    await asyncio.sleep(0)
asyncio.run(main())
" },
    Row { name: "timers_run", few: 1_000, program: "
import asyncio
async def main():
    await asyncio.gather(*[asyncio.sleep(i * 0.001) for i in range(n)])
asyncio.run(main())
" },
    Row { name: "callbacks_of_a_future", few: 3_000, program: "
import asyncio
async def main():
    future = asyncio.get_running_loop().create_future()
    def done(future):
        pass
    for i in range(n):
        future.add_done_callback(lambda future: None)
    future.set_result(1)
    await asyncio.sleep(0)
asyncio.run(main())
" },
];

#[test]
fn nothing_is_quadratic() {
    if !valgrind::is_available() {
        report("scale: no Valgrind found, nothing was counted");
        return;
    }
    let failures: Vec<String> = in_parallel(ROWS, |row| {
        let operations = row.operations();
        let [start, few, many] =
            [1, operations, operations * FACTOR].map(|n| count(row.program, n));
        let each =
            [(few - start) / operations as f64, (many - start) / (operations * FACTOR) as f64];
        let grown = each[1] / each[0];
        report(&format!("scale: {:36}{:9.0}{:9.0}{grown:8.2}", row.name, each[0], each[1]));
        (grown > MAY_GROW).then(|| format!("{}: {grown:.2} times as dear", row.name))
    })
    .into_iter()
    .flatten()
    .collect();
    assert!(
        failures.is_empty(),
        "with {FACTOR} times as many operations:\n{}",
        failures.join("\n")
    );
}

/// A `yield` or a suspending `await` at the bottom of a long chain is resumed as quickly as at the
/// bottom of a short one.
#[test]
fn resuming_does_not_depend_on_the_depth() {
    if !valgrind::is_available() {
        report("scale: no Valgrind found, nothing was counted");
        return;
    }
    const CHAINS: &[(&str, &str)] = &[
        (
            "yield from",
            "
def chain(depth):
    if depth:
        yield from chain(depth - 1)
    else:
        for i in range(n):
            yield i
for item in chain(depth):
    pass
",
        ),
        (
            "await",
            "
import asyncio
async def chain(depth):
    if depth:
        await chain(depth - 1)
    else:
        for i in range(n):
            await asyncio.sleep(0)
asyncio.run(chain(depth))
",
        ),
    ];
    for (name, program) in CHAINS {
        let resume = |depth: u64| {
            let program =
                format!("import sys\nsys.setrecursionlimit(2000)\ndepth = {depth}\n{program}");
            let [few, many] = [1_000, 5_000].map(|n| count(&program, n));
            (many - few) / 4_000.0
        };
        let (shallow, deep) = (resume(1), resume(1_000));
        report(&format!("scale: {name}, depth 1: {shallow:.0}, depth 1,000: {deep:.0}"));
        assert!(deep < shallow * 1.1, "{name}: {shallow} instructions at depth 1, {deep} at 1,000");
    }
}

/// The instructions that a run of a program takes, with `n` as a variable of it.
fn count(program: &str, n: u64) -> f64 {
    let source = format!("n = {n}\n{program}");
    let command = ouro(&["--clock", "virtual", "-c", &source]);
    let arguments: Vec<_> = command.get_args().collect();
    match valgrind::instructions(command.get_program(), &arguments) {
        Ok(count) => count as f64,
        Err(report) => panic!("{source}\ndid not run:\n{report}"),
    }
}

//! Programs that go through all of the unsafe code for values and frames, run inside the test
//! process by a host without an operating system: for Miri, which watches each access to memory.
//!
//! ```text
//! rustup toolchain install nightly --component miri --component rust-src
//! MIRIFLAGS="-Zmiri-tree-borrows -Zmiri-ignore-leaks" \
//!     cargo +nightly miri test --no-default-features --test unsafe_code
//! ```
//!
//! Tree Borrows, because objects are reached through references to their first part; leaks are
//! ignored because the memory for small objects is kept for ever.

use ouro::host::memory::MemoryHost;
use ouro::program::{Prepared, What, finish, report, start};
use ouro::vm::Vm;

/// Runs a program to the end of the interpreter; gives what it printed.
fn run(text: &str) -> String {
    let host = MemoryHost::merging();
    let output = host.merged_output();
    let mut vm = Vm::new(Box::new(host));
    let what = What::Source {
        name: "program.py".to_owned(),
        bytes: text.as_bytes().to_vec(),
        is_file: false,
    };
    let prepared = Prepared { arguments: vec![String::new()], folder: String::new(), what };
    let (globals, result) = start(&mut vm, prepared);
    drop(globals);
    let status = match result {
        Ok(()) => 0,
        Err(error) => report(&mut vm, &error),
    };
    assert_eq!(finish(&mut vm, status), 0, "{}", String::from_utf8_lossy(&output.borrow()));
    drop(vm);
    String::from_utf8_lossy(&output.take()).into_owned()
}

/// Objects with slots, with and without tails; lists and dicts that grow; cycles; weak references.
#[test]
fn objects() {
    let printed = run("
import gc, weakref

class Node:
    def __init__(self, value):
        self.value = value
        self.itself = self
        self.first = self.second = None

class Small:
    __slots__ = 'a', 'b', '__weakref__'

class Derived(list):
    pass

class Loud:
    def __del__(self):
        print('gone')

nodes = [Node(i) for i in range(3)]
nodes[0].first = nodes[1]
gone = []
watched = weakref.ref(nodes[1], lambda ref: gone.append(1))
small = Small()
small.a = (1, 2.5, 'text', None)
held = weakref.ref(small)
derived = Derived([1, 2])
derived.extra = derived
loud = Loud()
loud.cycle = loud
table = {str(i): (i, [i]) for i in range(20)}
for i in range(0, 20, 2):
    del table[str(i)]
print(len(table), held() is small, derived[1], max(nodes, key=lambda node: node.value).value)
del nodes, loud, derived, small
gc.collect()
print(gone, watched(), held())
text = ''
for i in range(30):
    text += str(i)
print(text, 2 ** 100, {1, 'a', (2, 3)} == {(2, 3), 1, 'a'})
");
    assert_eq!(
        printed,
        "10 True 2 2\ngone\n[1] None None\n01234567891011121314151617181920212223242526272829 \
         1267650600228229401496703205376 True\n"
    );
}

/// Frames on top of each other, set aside as chains, cut in two, closed and thrown into.
#[test]
fn frames() {
    let printed = run("
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)

def counts(n, *rest, step=1, **more):
    try:
        while n:
            n -= step
            got = yield n
            if got:
                yield got
    except ValueError as error:
        yield str(error)
    finally:
        print('closed', rest, more)
    return 'done'

def outer(inner):
    return (yield from inner)

inner = counts(5, 'x', step=1, y=2)
chain = outer(outer(inner))
print(next(chain), chain.send('sent'), next(inner), next(chain), chain.throw(ValueError('thrown')))
try:
    next(chain)
except StopIteration as stop:
    print(stop.value)

held = counts(3)
next(held)
del held
half = outer(counts(3))
next(half)
half.close()

def makes_cells():
    x = 1
    def adds(n):
        nonlocal x
        x += n
        return lambda: (x, n)
    return adds

def fails(depth):
    try:
        if depth == 0:
            raise KeyError('deep')
        fails(depth - 1)
    finally:
        local = [depth]

try:
    fails(3)
except KeyError as error:
    entry, depths = error.__traceback__, []
    while entry:
        depths.append(entry.tb_frame.f_locals.get('depth'))
        entry = entry.tb_next
    print(depths, fib(6), makes_cells()(2)())
print(sum(x * y for x in range(4) for y in (1, 2)), sorted([3, 1, 2], key=lambda x: -x))
");
    assert_eq!(
        printed,
        "4 sent 3 2 thrown\nclosed ('x',) {'y': 2}\ndone\nclosed () {}\nclosed () {}\n\
         [None, 3, 2, 1, 0] 8 (3, 2)\n18 [3, 2, 1]\n"
    );
}

/// Coroutines, async generators and what is awaited without a loop.
#[test]
fn coroutines() {
    let printed = run("
class Pause:
    def __await__(self):
        return (yield 'pause')

class Manager:
    async def __aenter__(self):
        return await Pause()
    async def __aexit__(self, kind, error, traceback):
        return kind is ValueError

async def items(n):
    for i in range(n):
        await Pause()
        yield i

async def main():
    async with Manager() as entered:
        print(entered)
        raise ValueError
    kept = [item async for item in items(3)]
    try:
        await Pause()
    except KeyError as error:
        print('caught', error)
    return kept

coroutine = main()
answers = []
try:
    answers.append(coroutine.send(None))
    for i in range(4):
        answers.append(coroutine.send(i))
    answers.append(coroutine.throw(KeyError('in')))
except StopIteration as stop:
    print(answers, stop.value)
never = main()
never.send(None)
never.close()
");
    assert_eq!(
        printed,
        "0\ncaught 'in'\n['pause', 'pause', 'pause', 'pause', 'pause'] [0, 1, 2]\n"
    );
}

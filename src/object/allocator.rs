//! Memory for heap objects: free lists of blocks of 8, 16, 24 … bytes, cut from larger chunks.
//!
//! Most objects are small and short-lived: a list per size makes taking and giving back a block a
//! few instructions, and no header of an allocator stands between the blocks. What is larger comes
//! from the system's allocator.
//!
//! All blocks can be walked through, so that nobody has to keep a list of objects. Whoever uses a
//! block can tell by its second word whether it is in use: see [`for_each_block`].

use std::alloc::{Layout, alloc, dealloc, handle_alloc_error};
use std::cell::{Cell, RefCell};
use std::mem::ManuallyDrop;
use std::ptr::NonNull;

struct FreeBlock {
    next: *mut FreeBlock,
}

/// Sizes are rounded up to a multiple of this: most objects are a few words long, and a million of
/// them feel each byte.
const STEP: usize = 8;
/// Blocks of that many steps and more are not kept in lists.
const FREE_CLASSES: usize = 66;

type FreeLists = [Cell<*mut FreeBlock>; FREE_CLASSES];

/// Blocks of one size, side by side.
struct Chunk {
    first: *mut u8,
    size: usize,
    count: usize,
}

/// What there is to walk through.
struct Blocks {
    chunks: Vec<Chunk>,
    /// What is too large for a chunk.
    large: Vec<*mut u8>,
    /// How many chunks each size has.
    chunk_counts: [u32; FREE_CLASSES],
}

/// The bytes of a size's first chunk; each further one is twice as large until it has
/// [`MOST_CHUNK_BYTES`]. Of many sizes a program needs only a few blocks, and a page of memory that
/// nobody touches costs nothing.
const FIRST_CHUNK_BYTES: usize = 512;
pub const MOST_CHUNK_BYTES: usize = 32768;

/// Before a large block stands its place in [`Blocks::large`].
const LARGE_PREFIX: usize = 16;

thread_local! {
    // Never dropped: the access needs no check, neither for destruction nor for being initialised.
    static FREE: ManuallyDrop<FreeLists> =
        const { ManuallyDrop::new([const { Cell::new(std::ptr::null_mut()) }; FREE_CLASSES]) };
    static BLOCKS: ManuallyDrop<RefCell<Blocks>> = const {
        ManuallyDrop::new(RefCell::new(Blocks {
            chunks: Vec::new(),
            large: Vec::new(),
            chunk_counts: [0; FREE_CLASSES],
        }))
    };
}

/// This thread's free blocks of a size.
#[inline(always)]
fn list(class: usize) -> &'static Cell<*mut FreeBlock> {
    // SAFETY: the lists are never dropped, and as they are not `Sync`, no other thread gets to see
    // the reference.
    FREE.with(|lists| unsafe { &*std::ptr::from_ref(&lists[class]) })
}

/// Memory for a block, from the free list of its size if it is small.
#[inline(always)]
pub(super) fn allocate(layout: Layout) -> *mut u8 {
    let class = layout.size().div_ceil(STEP);
    if class >= FREE_CLASSES {
        return allocate_large(layout);
    }
    let list = list(class);
    let first = list.get();
    if first.is_null() {
        return refill(class);
    }
    // SAFETY: blocks in the list are free memory of this class whose first word is the link.
    list.set(unsafe { (*first).next });
    first.cast()
}

/// The same only if a block of that size is free.
#[inline(always)]
pub(super) fn take_free(layout: Layout) -> Option<NonNull<u8>> {
    let class = layout.size().div_ceil(STEP);
    if class >= FREE_CLASSES {
        return None;
    }
    let list = list(class);
    let first = NonNull::new(list.get())?;
    // SAFETY: as in `allocate`.
    list.set(unsafe { first.as_ref().next });
    Some(first.cast())
}

/// The layout of a large block together with its prefix.
fn with_prefix(layout: Layout) -> Layout {
    match Layout::from_size_align(layout.size().saturating_add(LARGE_PREFIX), 16) {
        Ok(layout) => layout,
        Err(_) => handle_alloc_error(layout),
    }
}

#[inline(never)]
fn allocate_large(layout: Layout) -> *mut u8 {
    let layout = with_prefix(layout);
    BLOCKS.with(|blocks| {
        let large = &mut blocks.borrow_mut().large;
        // SAFETY: the size is not zero; the prefix and the block's first two words lie inside.
        unsafe {
            let start = alloc(layout);
            if start.is_null() {
                handle_alloc_error(layout);
            }
            start.cast::<usize>().write(large.len());
            let block = start.add(LARGE_PREFIX);
            block.cast::<[u64; 2]>().write([0; 2]);
            large.push(block);
            block
        }
    })
}

/// # Safety
/// As for [`free`]; the block must come from `allocate_large`.
#[inline(never)]
unsafe fn free_large(block: *mut u8, layout: Layout) {
    BLOCKS.with(|blocks| {
        let large = &mut blocks.borrow_mut().large;
        // SAFETY: before each large block stands its place in the list, which is kept up to date.
        unsafe {
            let start = block.sub(LARGE_PREFIX);
            let place = start.cast::<usize>().read();
            large.swap_remove(place);
            if let Some(moved) = large.get(place) {
                moved.sub(LARGE_PREFIX).cast::<usize>().write(place);
            }
            dealloc(start, with_prefix(layout));
        }
    });
}

/// Shows all blocks, whether they are in use or not. The second word of a block that is not in use
/// is what its last user left there, or zero. `visit` must not allocate or free blocks.
pub(super) fn for_each_block(mut visit: impl FnMut(NonNull<u8>)) {
    BLOCKS.with(|blocks| {
        let blocks = blocks.borrow();
        let small = blocks.chunks.iter().flat_map(|chunk| {
            // SAFETY: the blocks lie inside their chunk.
            (0..chunk.count).map(|index| unsafe { chunk.first.add(index * chunk.size) })
        });
        small.chain(blocks.large.iter().copied()).filter_map(NonNull::new).for_each(&mut visit);
    });
}

/// Cuts a new chunk into blocks of one size: no allocator's own header stands between them.
#[cold]
#[inline(never)]
fn refill(class: usize) -> *mut u8 {
    assert!(class >= 2, "every block has two words");
    let size = class * STEP;
    let doublings = BLOCKS.with(|blocks| {
        let count = &mut blocks.borrow_mut().chunk_counts[class];
        *count += 1;
        *count - 1
    });
    let bytes = (FIRST_CHUNK_BYTES << doublings.min(16)).min(MOST_CHUNK_BYTES);
    let count = (bytes / size).max(2);
    let Ok(layout) = Layout::from_size_align(size * count, 16) else {
        unreachable!("a chunk is small")
    };
    // SAFETY: the size is not zero; every block lies inside the chunk and is big enough for its
    // link. Chunks are kept for ever.
    unsafe {
        let chunk = alloc(layout);
        if chunk.is_null() {
            handle_alloc_error(layout);
        }
        chunk.cast::<[u64; 2]>().write([0; 2]);
        for index in (1..count).rev() {
            let block = chunk.add(index * size).cast::<FreeBlock>();
            block.cast::<[u64; 2]>().write([0; 2]);
            (*block).next = list(class).get();
            list(class).set(block);
        }
        BLOCKS.with(|blocks| {
            blocks.borrow_mut().chunks.push(Chunk { first: chunk, size, count });
        });
        chunk
    }
}

/// # Safety
/// `block` must come from `allocate` with the same layout and not be used again.
#[inline(always)]
pub(super) unsafe fn free(block: *mut u8, layout: Layout) {
    let class = layout.size().div_ceil(STEP);
    if class >= FREE_CLASSES {
        // SAFETY: passed on to the caller.
        return unsafe { free_large(block, layout) };
    }
    let list = list(class);
    let block = block.cast::<FreeBlock>();
    // SAFETY: the block is free, aligned and big enough for a link.
    unsafe { (*block).next = list.get() };
    list.set(block);
}

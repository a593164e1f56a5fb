//! Memory for heap objects: free lists of blocks of 8, 16, 24 … bytes, cut from larger chunks.
//!
//! Most objects are small and short-lived: a list per size makes taking and giving back a block a
//! few instructions, and no header of an allocator stands between the blocks. What is larger comes
//! from the system's allocator.

use std::alloc::{Layout, alloc, dealloc, handle_alloc_error};
use std::cell::Cell;
use std::mem::ManuallyDrop;

struct FreeBlock {
    next: *mut FreeBlock,
}

/// Sizes are rounded up to a multiple of this: most objects are a few words long, and a million of
/// them feel each byte.
const STEP: usize = 8;
/// Blocks of that many steps and more are not kept in lists.
const FREE_CLASSES: usize = 66;

type FreeLists = [Cell<*mut FreeBlock>; FREE_CLASSES];

thread_local! {
    // Never dropped: the access needs no check, neither for destruction nor for being initialised.
    static FREE: ManuallyDrop<FreeLists> =
        const { ManuallyDrop::new([const { Cell::new(std::ptr::null_mut()) }; FREE_CLASSES]) };
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

#[inline(never)]
fn allocate_large(layout: Layout) -> *mut u8 {
    // SAFETY: the size is not zero.
    let block = unsafe { alloc(layout) };
    if block.is_null() {
        handle_alloc_error(layout);
    }
    block
}

/// Cuts a new chunk into blocks of one size: no allocator's own header stands between them.
#[cold]
#[inline(never)]
fn refill(class: usize) -> *mut u8 {
    let size = class * STEP;
    let count = (8192 / size).max(8);
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
        for index in (1..count).rev() {
            let block = chunk.add(index * size).cast::<FreeBlock>();
            (*block).next = list(class).get();
            list(class).set(block);
        }
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
        return unsafe { dealloc(block, layout) };
    }
    let list = list(class);
    let block = block.cast::<FreeBlock>();
    // SAFETY: the block is free, aligned and big enough for a link.
    unsafe { (*block).next = list.get() };
    list.set(block);
}

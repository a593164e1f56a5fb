//! What the process was started with about signals.

/// Whether whoever started the process has it ignore interrupts, as `nohup` and shells with
/// background jobs do.
#[cfg(unix)]
pub fn are_interrupts_ignored() -> bool {
    use nix::libc;

    let mut action = std::mem::MaybeUninit::<libc::sigaction>::uninit();
    // SAFETY: without a new action, `sigaction` only fills in the old one, which is read when it
    // says that it has.
    unsafe {
        libc::sigaction(libc::SIGINT, std::ptr::null(), action.as_mut_ptr()) == 0
            && action.assume_init().sa_sigaction == libc::SIG_IGN
    }
}

#[cfg(not(unix))]
pub fn are_interrupts_ignored() -> bool {
    false
}

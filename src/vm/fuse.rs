//! Fused instructions: one dispatch for what usually comes together.
//!
//! A fused instruction is written over the first of the instructions it stands for; the others stay
//! behind it, so that jumps, spans and handlers keep their meaning. When its operands are of the
//! kind it knows it does everything and skips the rest; otherwise it does what the first one did.

use ouro_grammar::ast::BinaryOperator;

use crate::code::op::Op;

/// Replaces what can be fused, in place.
pub fn fuse(ops: &mut [Op]) {
    for index in 0..ops.len() {
        if let Some(fused) = fused(&ops[index..]) {
            ops[index] = fused;
        }
    }
}

fn short(slot: u32) -> Option<u16> {
    u16::try_from(slot).ok()
}

/// Whether the operator has a function of its own for numbers.
fn has_quick_way(operator: BinaryOperator) -> bool {
    !matches!(operator, BinaryOperator::MatrixMultiply | BinaryOperator::Power)
}

fn fused(ops: &[Op]) -> Option<Op> {
    match *ops {
        [
            Op::LoadFast(slot),
            Op::LoadInt(value),
            Op::InplaceBinary(operator),
            Op::StoreFast(target),
            ..,
        ] if slot == target && has_quick_way(operator) => {
            Some(Op::AccumulateInt { operator, slot: short(slot)?, value })
        }
        [
            Op::LoadFast(a),
            Op::LoadFast(b),
            Op::InplaceBinary(operator),
            Op::StoreFast(target),
            ..,
        ] if a == target && has_quick_way(operator) => {
            Some(Op::AccumulateFast { operator, a: short(a)?, b: short(b)? })
        }
        [
            Op::LoadFast(slot),
            Op::LoadInt(value),
            Op::Compare(comparison),
            Op::PopJumpIfFalse(_),
            ..,
        ] => Some(Op::FastCompareIntJump { comparison, slot: short(slot)?, value }),
        [Op::LoadFast(a), Op::LoadFast(b), Op::Compare(comparison), Op::PopJumpIfFalse(_), ..] => {
            Some(Op::FastCompareFastJump { comparison, a: short(a)?, b: short(b)? })
        }
        [
            Op::LoadFast(slot),
            Op::LoadConst(constant),
            Op::Compare(comparison),
            Op::PopJumpIfFalse(_),
            ..,
        ] => Some(Op::FastCompareConstJump {
            comparison,
            slot: short(slot)?,
            constant: short(constant)?,
        }),
        [
            Op::LoadFast(slot),
            Op::LoadInt(value),
            Op::Binary(operator) | Op::InplaceBinary(operator),
            ..,
        ] if has_quick_way(operator) => {
            Some(Op::FastBinaryInt { operator, slot: short(slot)?, value })
        }
        [
            Op::LoadFast(a),
            Op::LoadFast(b),
            Op::Binary(operator) | Op::InplaceBinary(operator),
            ..,
        ] if has_quick_way(operator) => {
            Some(Op::FastBinaryFast { operator, a: short(a)?, b: short(b)? })
        }
        [Op::LoadFast(a), Op::LoadFast(b), Op::BinarySubscr, ..] => {
            Some(Op::FastSubscrFast { a: short(a)?, b: short(b)? })
        }
        [Op::LoadFast(slot), Op::LoadInt(value), Op::BinarySubscr, ..] => {
            Some(Op::FastSubscrInt { slot: short(slot)?, value })
        }
        [Op::Copy(2), Op::Copy(2), Op::BinarySubscr, ..] => Some(Op::CopySubscr),
        [Op::Swap(3), Op::Swap(2), Op::StoreSubscr, ..] => Some(Op::SwapStoreSubscr),
        [Op::LoadFast(slot), Op::LoadAttr(site), ..] => {
            Some(Op::FastAttr { slot: short(slot)?, site })
        }
        [Op::LoadFast(slot), Op::Return, ..] => Some(Op::ReturnFast(slot)),
        [Op::LoadFast(slot), Op::YieldValue, ..] => Some(Op::YieldFast(slot)),
        [Op::LoadFast(a), Op::LoadFast(b), ..] => Some(Op::LoadFastLoadFast(short(a)?, short(b)?)),
        [Op::Compare(comparison), Op::PopJumpIfFalse(target), ..] => {
            Some(Op::CompareJump { comparison, target })
        }
        [Op::Contains(negated), Op::PopJumpIfFalse(target), ..] => {
            Some(Op::ContainsJump { negated, target })
        }
        [Op::ForIter(target), Op::StoreFast(slot), ..] => {
            Some(Op::ForIterStore { slot: short(slot)?, target })
        }
        [Op::LoadGlobal(site), Op::PushNull, ..] => Some(Op::LoadGlobalNull(site)),
        [Op::StoreFast(slot), Op::JumpBackward(target), ..] => {
            Some(Op::StoreFastJump { slot: short(slot)?, target })
        }
        [Op::Pop, Op::JumpBackward(target), ..] => Some(Op::PopJumpBackward(target)),
        _ => None,
    }
}

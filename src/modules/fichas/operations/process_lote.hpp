// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/operations/ports.hpp"
#include "platform/jobs/jobs.hpp"

namespace aroeira::fichas {

/// Processes one received lote: opens it, evaluates every ficha and keeps each with its verdict.
///
/// Runs in blocks: fichas of a block, counters and cursor are one transaction, so a crash resumes
/// at the block that was not written, and a ficha is neither lost nor kept twice. While one block
/// is being written the next is being evaluated.
///
/// Errors: the lote ends as failed with ZIP-… when the kept bytes no longer open, RECEB-0011 when
///         they are gone; `conflict` RECEB-0012 when the lote was cancelled meanwhile; `unavailable`
///         from the store, or RECEB-0013 when another worker kept the same fichas at once, is retried by the queue.
/// Cost: two threads; memory for two blocks and the compressed file.
/// Source: manual, 3.7.3.3.1.
Result<std::string> process_lote(jobs::Context& job, const Services& services);

}  // namespace aroeira::fichas

package org.guiju.app.cases;

import java.time.Instant;
import java.util.UUID;
import org.guiju.kernel.shared.PersonId;

/// 一次查阅: an officer has looked at a case.
///
/// @param no the case's number; empty before it is stored
/// @param supervising whether his organ supervises the power
public record Reading(
        Instant at, PersonId officer, String organ, UUID caseId, String no, boolean supervising) {}

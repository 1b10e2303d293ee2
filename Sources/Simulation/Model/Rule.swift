/// One sentence of the format that the plain model follows, and can leave out.
///
/// A model without a rule foretells what a program would do that does not have it. The simulator must then find a
/// history in which Veldlog does otherwise; where it does not, no run would have noticed that Veldlog lacks the rule.
public enum Rule: String, CaseIterable, Sendable {
  // MARK: Logs (SyncSpecs/log.md)

  /// Both branches of a fork are kept and count.
  case bothBranchesCount = "both-branches-count"
  /// `eigen_log` counts only from a `gedeeld` log.
  case vouchingIsShared = "vouching-is-shared"
  /// `eigen_log` counts only when line 1 of that log names this one in `follows`.
  case vouchedFollows = "vouched-follows"
  /// A log that is vouched for has the same role.
  case vouchedHasSameRole = "vouched-has-same-role"
  /// Lines are passed on only up to a valid checkpoint.
  case passedOnUpToCheckpoint = "passed-on-up-to-checkpoint"
  /// A log of audience `prive` never leaves its disk.
  case privateStays = "private-stays"
  /// An instance's own `prive` log counts on that instance.
  case ownPrivateCounts = "own-private-counts"

  /// An instance notices before it writes that its log may be continued elsewhere, and goes on in a new one.
  case noticesBeforeWriting = "notices-before-writing"
  /// … whose line 1 names the old one in `follows`.
  case successorFollows = "successor-follows"
  /// … and which the old one names in an `eigen_log`, where it is the shared one.
  case successorIsVouched = "successor-is-vouched"
  /// A log that was continued in two places is named.
  case forksAreNamed = "forks-are-named"
  /// … but for branches of `eigen_log` and `checkpoint` only.
  case endingsAreNoFork = "endings-are-no-fork"

  // MARK: Members (SyncSpecs/state.md)

  /// Members follow from `gedeeld` logs alone.
  case membersFromShared = "members-from-shared"
  /// Step 1: none of the founder's lines is revocable.
  case founderStays = "founder-stays"
  /// Step 2: logs that the founder vouches for speak as the founder.
  case founderVouches = "founder-vouches"
  /// Step 2: only the founder's lines revoke a `beheerder`.
  case founderRevokesBeheerders = "founder-revokes-beheerders"
  /// Step 3: only counting lines admit.
  case countingLinesAdmit = "counting-lines-admit"
  /// Step 3: only lines of steps 1 and 2 admit.
  case beheerdersAdmit = "beheerders-admit"
  /// Step 3: `beheerder` from a beheerder reads as `onderzoeker`.
  case beheerderByFounder = "beheerder-by-founder"
  /// Step 3: only counting lines revoke.
  case countingLinesRevoke = "counting-lines-revoke"
  /// Step 3: only lines of steps 1 and 2 revoke.
  case beheerdersRevoke = "beheerders-revoke"
  /// Only counting lines vouch.
  case countingLinesVouch = "counting-lines-vouch"
  /// After a revocation only the lines in `tot` count.
  case revokedIsSetAside = "revoked-is-set-aside"
  /// … and those before them on their branches.
  case linesBeforeTotCount = "lines-before-tot-count"
  /// … and not other lines with a number as low: `tot` names lines, and with them branches.
  case totNamesBranches = "tot-names-branches"
  /// … and a named line that is not held adds nothing.
  case unheldTotAddsNothing = "unheld-tot-adds-nothing"
  /// Of several revocations, what all of them leave.
  case allRevocationsLeave = "all-revocations-leave"
  /// A revocation ends when a `lid` replaces it.
  case lidEndsRevocation = "lid-ends-revocation"
  /// … which names it; another `lid` ends nothing.
  case lidNamesRevocation = "lid-names-revocation"
  /// … by someone who may revoke that log.
  case whoRevokesEnds = "who-revokes-ends"
  /// Revoking a log does not revoke those it vouches for.
  case revocationIsOfOneLog = "revocation-is-of-one-log"
  /// A revoked log stays a member's log.
  case revokedStaysMember = "revoked-stays-member"
  /// A log's role is the highest admitted.
  case highestRole = "highest-role"
  /// The lines of a `lezer` do not count.
  case lezerIsSilent = "lezer-is-silent"
  /// … but for `wissing_uitgevoerd` and `eigen_log`.
  case lezerAnswers = "lezer-answers"
  /// Lines of a log that nobody admitted do not count.
  case strangersWait = "strangers-wait"
  /// Structural kinds can be neither replaced nor retracted.
  case structuralStays = "structural-stays"
  /// … so no admission and no erasure ends by a reference.
  case decisionsStay = "decisions-stay"
  /// A structural line whose payload is not of its form has no effect.
  case malformedHasNoEffect = "malformed-has-no-effect"

  // MARK: Erasure (SyncSpecs/erasure.md)

  /// A line that an erasure in force names is not live.
  case erasedIsNotLive = "erased-is-not-live"
  /// A `wissing` is in force when its line counts.
  case countingLinesErase = "counting-lines-erase"
  /// … and its log is of the targets' writer, the founder's or a beheerder's.
  case onlyTheirsErase = "only-theirs-erase"
  /// … a beheerder's, whosever the target is.
  case beheerdersErase = "beheerders-erase"
  /// … of the targets' writer, joined by `eigen_log`.
  case ownLogsErase = "own-logs-erase"
  /// … and its targets are of no structural kind.
  case structuralIsNotErased = "structural-is-not-erased"
  /// … and of the same or a narrower audience.
  case erasesNotWider = "erases-not-wider"
  /// Each line that it names is looked at by itself.
  case eachTargetAlone = "each-target-alone"
  /// The erased line may be of a stranger, or set aside.
  case strangersAreErased = "strangers-are-erased"
  /// An instance says that it has carried out an erasure.
  case erasureIsAnswered = "erasure-is-answered"

  /// A late bundle does not bring an erased payload back.
  case erasureStays = "erasure-stays"
  /// A line without payload that no erasure names is filled by any bundle that has it.
  case missingIsFilled = "missing-is-filled"
  /// … and asked for in every bundle.
  case missingIsAskedFor = "missing-is-asked-for"

  // MARK: Bundles (SyncSpecs/bundle.md)

  /// A receiver without the line before a segment holds the segment.
  case segmentNeedsLineBefore = "segment-needs-line-before"
  /// A bundle of a writer who was never admitted is held whole.
  case strangersBundleIsHeld = "strangers-bundle-is-held"
  /// A writer may be admitted by what is held and what the bundle brings together.
  case bundleBringsAdmission = "bundle-brings-admission"
  /// A held bundle is tried again after every admission and bundle.
  case heldIsTriedAgain = "held-is-tried-again"
  /// A revoked writer's bundle is applied.
  case revokedBundleIsApplied = "revoked-bundle-is-applied"
  /// The other segments of a bundle are applied.
  case otherSegmentsAreApplied = "other-segments-are-applied"
  /// Lines of strangers are passed on like any other.
  case strangersArePassedOn = "strangers-are-passed-on"
  /// Lines that are set aside are passed on like any other.
  case setAsideIsPassedOn = "set-aside-is-passed-on"

  /// The frontier names every head of every log that the receivers may hold.
  case frontierNamesHeads = "frontier-names-heads"
  /// … and for each the lines 1, 2, 4, 8 … before it.
  case frontierStepsBack = "frontier-steps-back"
  /// What a member said last that it holds is what counts.
  case receivedIsKept = "received-is-kept"
  /// … but not the word of a writer who was revoked.
  case revokedFrontierIsUnused = "revoked-frontier-is-unused"
  /// A bundle for everyone is not for a log that is revoked.
  case revokedGetsNothing = "revoked-gets-nothing"
  /// … nor for one that its writer left for another.
  case leftLogGetsNothing = "left-log-gets-nothing"

  /// A line that the receiver's frontier names covers itself and all before it.
  case frontierCovers = "frontier-covers"
  /// … only for a sender that holds that line.
  case unheldCoversNothing = "unheld-covers-nothing"
  /// A line that the receiver misses the payload of, and what follows it up to the next checkpoint, is not covered.
  case missingIsSentAgain = "missing-is-sent-again"
  /// A bundle holds `regio` logs of one region, for members of that region only.
  case regionalGoesToRegion = "regional-goes-to-region"

  // MARK: The shared folder (SyncSpecs/folder.md)

  /// After a sync the folder lacks nothing that a present member may have.
  case folderLacksNothing = "folder-lacks-nothing"
  /// Where it lacks nothing, nothing is written.
  case folderRests = "folder-rests"

  // MARK: State (SyncSpecs/state.md)

  /// A reference acts only from a line that counts.
  case countingLinesAct = "counting-lines-act"
  /// … and only on lines of the same or a narrower audience.
  case audienceNotWider = "audience-not-wider"
  /// … on every line that it matches.
  case everyMatchIsActedOn = "every-match-is-acted-on"
  /// … each looked at by itself, so that none shields another.
  case matchesStandAlone = "matches-stand-alone"
  /// A fact of an unknown kind is live.
  case unknownKindIsLive = "unknown-kind-is-live"
  /// A fact that a line replaces is not live.
  case replacedIsNotLive = "replaced-is-not-live"
  /// What an erased line replaces stays replaced.
  case erasedStillReplaces = "erased-still-replaces"
  /// A retraction is live until it is replaced.
  case retractionIsLive = "retraction-is-live"
  /// Two live facts in one slot conflict.
  case slotConflicts = "slot-conflicts"
  /// A fact with none of its kind's slot fields has no slot.
  case noFieldsNoSlot = "no-fields-no-slot"
  /// In a slot, absent, `null`, `1` and `"1"` are four values.
  case slotValuesAreExact = "slot-values-are-exact"
  /// … with different payloads.
  case equalPayloadsAgree = "equal-payloads-agree"
  /// `toelichting` is left out when payloads are compared.
  case noteIsLeftOut = "note-is-left-out"
  /// Two live facts conflict when both replace one same line.
  case sharedTargetConflicts = "shared-target-conflicts"
  /// … directly or through others.
  case throughOthers = "through-others"
  /// Two retractions do not.
  case retractionsAgree = "retractions-agree"
  /// For figures: facts before retractions.
  case factsGoFirst = "facts-go-first"
  /// … then the greatest `at`.
  case greatestTime = "greatest-time"
  /// … then the greatest `log`.
  case greatestLog = "greatest-log"
  /// … then the greatest `seq`, as a number.
  case greatestSeq = "greatest-seq"
  /// … then the greatest link.
  case greatestLink = "greatest-link"
  /// The fingerprint is of every head.
  case everyHead = "every-head"
  /// … of members' logs.
  case membersHeads = "members-heads"
  /// … that are `gedeeld`.
  case sharedHeads = "shared-heads"
  /// … and of their lines held without payload.
  case bareInFingerprint = "bare-in-fingerprint"
  /// A second fingerprint covers the `regio` logs of one region as well.
  case regionalFingerprint = "regional-fingerprint"
}

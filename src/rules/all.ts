import type { Rule } from '../finding.js'
import { earlyReport } from './early-report.js'
import { embeddedSection } from './embedded-section.js'
import { emptySection } from './empty-section.js'
import { lateReport } from './late-report.js'
import { mergedSection } from './merged-section.js'
import { missingDate } from './missing-date.js'
import { missingSection } from './missing-section.js'
import { missingSignature } from './missing-signature.js'
import { missingTitle } from './missing-title.js'
import { notAReport } from './not-a-report.js'
import { responsibilityWithoutEvidence } from './responsibility-without-evidence.js'
import { shortcomingsWithoutCause } from './shortcomings-without-cause.js'
import { unexplainedWaiver } from './unexplained-waiver.js'
import { unfilledPlaceholder } from './unfilled-placeholder.js'
import { unknownKind } from './unknown-kind.js'
import { unmetDemand } from './unmet-demand.js'
import { uselessWaiver } from './useless-waiver.js'

/** The catalogue, in the order it is shown. */
export const rules: Rule[] = [
  notAReport,
  missingSection,
  mergedSection,
  embeddedSection,
  emptySection,
  shortcomingsWithoutCause,
  responsibilityWithoutEvidence,
  missingTitle,
  missingDate,
  missingSignature,
  lateReport,
  earlyReport,
  unknownKind,
  unmetDemand,
  unfilledPlaceholder,
  unexplainedWaiver,
  uselessWaiver,
]

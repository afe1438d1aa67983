import type { Rule } from '../finding.js'
import { achievementsWithoutFigures } from './achievements-without-figures.js'
import { bodyName } from './body-name.js'
import { confusableWord } from './confusable-word.js'
import { conversionResidue } from './conversion-residue.js'
import { documentTitle } from './document-title.js'
import { doubledApproximation } from './doubled-approximation.js'
import { doubledMark } from './doubled-mark.js'
import { doubledWord } from './doubled-word.js'
import { earlyReport } from './early-report.js'
import { embeddedSection } from './embedded-section.js'
import { emptySection } from './empty-section.js'
import { enumerationGap } from './enumeration-gap.js'
import { expiredPlan } from './expired-plan.js'
import { figureConflict } from './figure-conflict.js'
import { fixedPhrase } from './fixed-phrase.js'
import { foreignIssuer } from './foreign-issuer.js'
import { halfWidthMark } from './half-width-mark.js'
import { headingFinalMark } from './heading-final-mark.js'
import { headingLevelJump } from './heading-level-jump.js'
import { headingNumberForm } from './heading-number-form.js'
import { headingNumberGap } from './heading-number-gap.js'
import { impossibleDate } from './impossible-date.js'
import { lateReport } from './late-report.js'
import { lostDash } from './lost-dash.js'
import { meetingName } from './meeting-name.js'
import { mergedSection } from './merged-section.js'
import { missingDate } from './missing-date.js'
import { missingMeasureWord } from './missing-measure-word.js'
import { missingSection } from './missing-section.js'
import { missingSignature } from './missing-signature.js'
import { missingTitle } from './missing-title.js'
import { namedPerson } from './named-person.js'
import { notAReport } from './not-a-report.js'
import { pageChrome } from './page-chrome.js'
import { percentageMismatch } from './percentage-mismatch.js'
import { percentageOver100 } from './percentage-over-100.js'
import { personalData } from './personal-data.js'
import { repeatedSentence } from './repeated-sentence.js'
import { requestInReport } from './request-in-report.js'
import { responsibilityWithoutEvidence } from './responsibility-without-evidence.js'
import { secrecyMark } from './secrecy-mark.js'
import { shortcomingsWithoutCause } from './shortcomings-without-cause.js'
import { straySpace } from './stray-space.js'
import { sumMismatch } from './sum-mismatch.js'
import { topicNotCovered } from './topic-not-covered.js'
import { unexplainedWaiver } from './unexplained-waiver.js'
import { unfilledPlaceholder } from './unfilled-placeholder.js'
import { unknownKind } from './unknown-kind.js'
import { unmetDemand } from './unmet-demand.js'
import { unpairedMark } from './unpaired-mark.js'
import { uselessWaiver } from './useless-waiver.js'
import { yearForm } from './year-form.js'
import { yearMismatch } from './year-mismatch.js'
import { zeroPaddedDate } from './zero-padded-date.js'

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
  requestInReport,
  unknownKind,
  unmetDemand,
  documentTitle,
  fixedPhrase,
  foreignIssuer,
  bodyName,
  sumMismatch,
  percentageMismatch,
  percentageOver100,
  figureConflict,
  doubledApproximation,
  missingMeasureWord,
  yearMismatch,
  expiredPlan,
  impossibleDate,
  zeroPaddedDate,
  yearForm,
  meetingName,
  lostDash,
  achievementsWithoutFigures,
  topicNotCovered,
  headingNumberGap,
  headingNumberForm,
  headingLevelJump,
  headingFinalMark,
  enumerationGap,
  unpairedMark,
  doubledMark,
  halfWidthMark,
  straySpace,
  unfilledPlaceholder,
  doubledWord,
  confusableWord,
  repeatedSentence,
  pageChrome,
  conversionResidue,
  personalData,
  secrecyMark,
  namedPerson,
  unexplainedWaiver,
  uselessWaiver,
]

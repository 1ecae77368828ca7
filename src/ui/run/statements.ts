import { type Act, type ActOf, byName, type ProposalView, ruleProcedure } from '../../record/index.ts'
import { isRefusal, type Refusal } from '../../rules/index.ts'
import { type Html, html } from '../html.ts'
import type { Place } from '../layout.ts'
import { statementWords } from '../negotiation-sentences.ts'
import { withTimes } from '../refusal.ts'
import { capitalised } from '../words.ts'
import { actForm, button, noteFields, noteInWords, paragraphBoxes, textField, whenDone } from './act-form.ts'
import type { Section } from './proposal.ts'
import { inParagraphs } from './stand.ts'

type Statement = ProposalView['negotiation']['statements'][number]
type StatementType = ActOf<'statement-made'>['type']

const types = Object.keys(statementWords) as StatementType[]

const meaning: { readonly [T in StatementType]: string } = {
  interpretative: 'how the delegation reads the text',
  reservation: 'what it does not accept, without standing in the way',
  explanation: 'why it takes the position it takes',
  'not-associated': 'the paragraphs named are not its own; name at least one',
}

/** What delegations state for the record, of a legal kind and tied to paragraphs; after adoption published with the decision. */
export const statementsSection: Section = (view, place) => {
  const { negotiation } = view
  const { statements, decided, withdrawn } = negotiation
  const form = withdrawn ? undefined : offer(view, place)
  if (statements.length === 0 && !form) return undefined
  const adopted = decided?.act.outcome === 'adopted'
  const heading = adopted ? 'Statements, published with the decision' : 'Statements'
  const note = decided
    ? undefined
    : html`<p class="note">A statement is seen by its delegation, the chair and the Secretariat, and by others once its delegation opens where it stands; when the text is adopted it is published with the decision.</p>`
  return html`<section class="stack" id="statements"><h2>${heading}</h2>${note}${list(view, place)}${form}</section>`
}

function list(view: ProposalView, place: Place): Html | undefined {
  const { statements } = view.negotiation
  if (statements.length === 0) return undefined
  return html`<ul class="list">${statements.map((one) => item(view, place, one))}</ul>`
}

function item(view: ProposalView, place: Place, statement: Statement): Html {
  const { circle, negotiation, own, seat } = view
  const { act, position, id } = statement
  const { decided } = negotiation
  const late = decided !== undefined && position > decided.position ? '; made after the decision' : ''
  const on = act.paragraphs ? `, ${inParagraphs(act.paragraphs)}` : ''
  const note = act.fromNote
    ? html`<small>Entered by the Secretariat from ${noteInWords(act.fromNote)}${negotiation.confirmed.has(id) ? ', confirmed by the delegation' : ''}.</small>`
    : undefined
  const mine = own === act.participant
  const confirm =
    mine && act.fromNote && !negotiation.confirmed.has(id)
      ? actForm(
          view,
          place,
          { kind: 'entry-confirmed', participant: act.participant, confirms: id },
          button('Confirm'),
          'statements',
        )
      : undefined
  const isEnteredHere = seat.kind === 'secretariat' && act.fromNote !== undefined && !negotiation.confirmed.has(id)
  // What was published with a decision stays with it.
  const withdraw =
    (mine || isEnteredHere) && !decided
      ? actForm(
          view,
          place,
          { kind: 'statement-withdrawn', participant: act.participant, statement: id },
          button('Withdraw', true),
          'statements',
        )
      : undefined
  return html`<li><span><b>${circle.called(act.participant)}</b>, ${statementWords[act.type]}${on}</span><blockquote class="said-for-record">${act.says}</blockquote><span class="when">${whenDone(statement, view)}${late}</span>${note}${confirm}${withdraw}</li>`
}

/** The form with the kinds that are in order now; or why there is none, where a delegation would expect one. */
function offer(view: ProposalView, place: Place): Html | undefined {
  const { own, seat, negotiation, circle } = view
  const isSecretariat = seat.kind === 'secretariat'
  const whose = own ?? (isSecretariat ? view.entitled[0] : undefined)
  if (whose === undefined) return undefined
  const ruled = types.map((type) => ({ type, refusal: refusalOf(view, whose, type) }))
  const open = ruled.filter(({ refusal }) => refusal === undefined)
  const [first] = ruled.flatMap(({ refusal }) => (refusal ? withTimes(refusal, place) : []))
  if (open.length === 0)
    return first ? html`<p class="note">${first.message}${first.article ? ` (${first.article})` : ''}</p>` : undefined
  const kinds = open.map(
    ({ type }, index) =>
      html`<label class="choice"><input type="radio" name="type" value="${type}" required ${index === 0 && open.length === 1 ? html`checked` : undefined}> <span>${capitalised(statementWords[type])} <small>${meaning[type]}</small></span></label>`,
  )
  const closed = first
    ? html`<p class="note">${first.message} ${first.remedy ?? ''}${first.article ? ` (${first.article})` : ''}</p>`
    : undefined
  const participants = isSecretariat
    ? html`<label class="field"><span>Delegation</span><select name="participant" required><option value=""></option>${byName(circle, view.entitled).map((id) => html`<option value="${id}">${circle.called(id)}</option>`)}</select></label>`
    : undefined
  const form = actForm(
    view,
    place,
    { kind: 'statement-made', participant: own },
    html`${participants}<fieldset class="choices"><legend>Kind</legend>${kinds}</fieldset>${closed}${paragraphBoxes(view, 'Paragraphs on which it bears; all where none is ticked')}${textField('says', 'What is stated', { required: true })}${isSecretariat ? noteFields() : undefined}${button('Make the statement')}`,
    'statements',
  )
  const summary = isSecretariat
    ? 'Enter a statement for a delegation, from its note'
    : negotiation.decided
      ? 'Add a statement to the decision'
      : 'Make a statement'
  return html`<details class="offer"><summary>${summary}</summary>${form}</details>`
}

function refusalOf(
  { circle, seat, at, negotiation }: ProposalView,
  participant: string,
  type: StatementType,
): Refusal | undefined {
  const paragraphs = type === 'not-associated' ? { paragraphs: [negotiation.current.paragraphs[0]?.number ?? ''] } : {}
  const note = seat.kind === 'secretariat' ? { fromNote: { number: '1', date: circle.organisation.day } } : {}
  const draft = {
    id: 'draft',
    version: 1,
    kind: 'statement-made',
    on: circle.organisation.day,
    decision: negotiation.decision,
    participant,
    type,
    says: '.',
    sources: [],
    doubt: [],
    ...paragraphs,
    ...note,
  } as unknown as Act
  const ruled = ruleProcedure(draft, { circle, seat, at })
  return isRefusal(ruled) ? ruled : undefined
}

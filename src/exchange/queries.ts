/** Questions to begin with, for whoever opens the tables in SQL. Each runs as it stands. */
export const queries: readonly { readonly title: string; readonly sql: string }[] = [
  {
    title: 'Who held which status on a day (put your day in place of the last one covered)',
    sql: `select participants.name_en, status_kinds.name_en as status, statuses.from_date
from statuses
join participants using (participant)
join status_kinds using (status)
where statuses.from_date <= (select covered_to from organisation)
  and (statuses.to_date is null or statuses.to_date > (select covered_to from organisation))
order by status_kinds.place, statuses.from_date, participants.name_en`,
  },
  {
    title: 'Acts by year and kind, beside what is said of coverage',
    sql: `select substr(acts.on_date, 1, 4) as year, acts.kind, count(*) as acts,
  (select group_concat(coverage.of || ': ' || coverage.coverage, '; ')
   from coverage where coverage.year = cast(substr(acts.on_date, 1, 4) as integer)) as coverage
from acts
where acts.counts and acts.on_date is not null
group by 1, 2
order by 1, 2`,
  },
  {
    title: 'Where a fact is documented: every status with its sources',
    sql: `select participants.name_en, statuses.status, statuses.from_date, sources.title, source_references.locator,
  source_references.evidence, sources.url
from statuses
join participants using (participant)
join source_references using (act)
join sources using (source)
order by statuses.from_date, participants.name_en, source_references.number`,
  },
]

/**
 * The heart of each report as somebody at the sqlite3 prompt would ask for it: no refunds, no openings, no median gaps,
 * no names, and nothing said. What a report takes beyond it is the price of being right.
 */
const bought = `FROM entry WHERE kind = 'purchase' AND void = 0 AND customer_id IS NOT NULL`

export const groupBy = `SELECT customer_id, count(*), sum(amount), max("on") FROM entry WHERE kind = 'purchase'
  AND void = 0 GROUP BY customer_id`

export const plainSql = {
  rfm: `SELECT customer_id, ntile(5) OVER (ORDER BY last), ntile(5) OVER (ORDER BY times),
    ntile(5) OVER (ORDER BY spent)
    FROM (SELECT customer_id, max("on") AS last, count(*) AS times, sum(amount) AS spent ${bought}
      GROUP BY customer_id)`,
  pareto: `SELECT customer_id, spent, sum(spent) OVER (ORDER BY spent DESC, customer_id)
    FROM (SELECT customer_id, sum(amount) AS spent ${bought} GROUP BY customer_id)`,
  cohorts: `WITH began AS (SELECT customer_id, substr(min("on"), 1, 7) AS month ${bought} GROUP BY customer_id)
    SELECT began.month, substr(e."on", 1, 7), count(DISTINCT e.customer_id), sum(e.amount)
    FROM entry e JOIN began ON began.customer_id = e.customer_id WHERE e.kind = 'purchase' AND e.void = 0
      GROUP BY 1, 2`,
  quadrants: `SELECT customer_id, sum(amount), count(DISTINCT "on"), max("on") ${bought} GROUP BY customer_id`,
  referrals: `SELECT c.referred_by, count(*), sum(s.spent)
    FROM customer c JOIN (SELECT customer_id, sum(amount) AS spent ${bought} GROUP BY customer_id) s
      ON s.customer_id = c.id
    WHERE c.referred_by IS NOT NULL GROUP BY 1`,
  months: `SELECT substr("on", 1, 7), customer_id IS NULL, count(*), sum(amount), count(DISTINCT customer_id)
    FROM entry WHERE kind = 'purchase' AND void = 0 AND "on" BETWEEN '2025-11-22' AND '2026-11-21' GROUP BY 1, 2`,
  summary: `SELECT customer_id, count(*) FILTER (WHERE "on" >= '2025-11-22'),
    sum(amount) FILTER (WHERE "on" >= '2025-11-22'),
    count(*) FILTER (WHERE "on" BETWEEN '2024-11-22' AND '2025-11-21'),
      sum(amount) FILTER (WHERE "on" BETWEEN '2024-11-22' AND '2025-11-21'),
    count(DISTINCT "on"), min("on"), max("on") ${bought} GROUP BY customer_id`,
  stages: `SELECT customer_id, count(DISTINCT "on"), (julianday(max("on")) - julianday(min("on"))) / max(1,
    count(DISTINCT "on") - 1), max("on")
    ${bought} GROUP BY customer_id`,
  gaps: `SELECT customer_id, max(gap) FROM (SELECT customer_id, julianday("on") - julianday(lag("on") OVER (PARTITION
    BY customer_id ORDER BY "on")) AS gap ${bought})
    GROUP BY customer_id`,
  value: `SELECT days - 1, recency, age, count(*) FROM (SELECT customer_id, count(DISTINCT "on") AS days,
    julianday(max("on")) - julianday(min("on")) AS recency,
    julianday('2026-11-21') - julianday(min("on")) AS age ${bought} GROUP BY customer_id) GROUP BY 1, 2, 3`,
} as const

import { sql, type Actor, type Db, type On, type Policy, type Verdict, type Who, type Clock, type Place, type Sql } from '../../platform/action/index.ts'

type Reach = { reached: boolean }

/** A person is within one's part when the database lets one see them; the room that knows people tells how to ask. */
export type PersonReach = (db: Db, personId: string) => Promise<{ seen: boolean; own: boolean }>

async function reaches(db: Db, organisationId: string): Promise<boolean> {
  const { reached } = await db.one<Reach>(sql`select access.reaches(${organisationId}) as reached`)
  return reached
}

const placesOf = (policy: Policy, actor: Actor, permission: string): Place[] => {
  const grants = policy[permission]
  if (!grants) throw new Error(`No policy for ${permission}`)
  return grants.filter((grant) => grant.role === actor.role).map((grant) => grant.place)
}

/**
 * Answers "may I?" from the joined policies of all rooms. Outside one's part the answer is `notFound`, whatever the role;
 * inside it, a role without the permission gets `notAllowed`. The keeper at the terminal may everything.
 */
export function judgeBy(policy: Policy, personReach: PersonReach) {
  return async (db: Db, actor: Actor, permission: string, on: On): Promise<Verdict> => {
    if (actor.role === 'keeper') return 'allowed'
    const places = placesOf(policy, actor, permission)
    if (on === 'own part') return places.length > 0 ? 'allowed' : 'notAllowed'
    if ('organisationId' in on) {
      if (places.includes('everywhere')) return 'allowed'
      if (!(await reaches(db, on.organisationId))) return 'notFound'
      return places.some((place) => place === 'ownSubtree' || (place === 'ownCell' && on.organisationId === actor.organisationId)) ? 'allowed' : 'notAllowed'
    }
    const { seen, own } = await personReach(db, on.personId)
    if (own && places.includes('self')) return 'allowed'
    if (!seen) return 'notFound'
    return places.some((place) => place !== 'self') ? 'allowed' : 'notAllowed'
  }
}

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`

/** One message that opens the transaction, tells the database which day it is and who acts. */
export function beginSql(who: Who, clock: Clock): string {
  const settings = `set_config('dangvu.today', ${literal(clock.today())}, true), set_config('dangvu.now', ${literal(clock.now())}, true)`
  if (who === 'keeper') return `begin; select ${settings}, set_config('dangvu.keeper', 'yes', true)`
  if (who === 'nobody') return `begin; select ${settings}`
  return `begin; select ${settings}; select * from access.enter('\\x${who.secretHash}'::bytea)`
}

/** What `beginSql` does for a session, as one statement. */
export function entranceSql(who: Who, clock: Clock): Sql {
  if (typeof who === 'string') throw new Error(`Nobody enters alone as ${who}`)
  return sql`select * from access.enter_on(decode(${who.secretHash}, 'hex'), ${clock.today()}, ${clock.now()})`
}

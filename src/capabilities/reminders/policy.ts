import { role, roles, type Policy } from '../../platform/action/index.ts'

export const remindersPolicy = {
  'reminders.readWork': [...roles('superiorOfficer', 'leader', 'grassrootsOfficer', 'inspector').in('ownSubtree'), role('cellSecretary').in('ownCell')],
  'reminders.remind': roles('superiorOfficer', 'grassrootsOfficer').in('ownSubtree'),
  'reminders.assignWork': roles('superiorOfficer', 'leader', 'grassrootsOfficer').in('ownSubtree'),
  'reminders.answerAssignment': [...roles('superiorOfficer', 'leader', 'grassrootsOfficer').in('ownSubtree'), role('cellSecretary').in('ownCell')],
} satisfies Policy

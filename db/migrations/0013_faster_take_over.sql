-- A list of ten thousand is taken over in one transaction: what every row of it cost without need is taken out of the way.

-- A new person's identifier is fixed when the list is read, and which rows were written follows from the import: writing it leaves the
-- rows alone.
update import_export.import_row set person_id = gen_random_uuid() where outcome = 'new' and person_id is null;
alter table import_export.import_row drop column written;
comment on column import_export.import_row.person_id is 'Whom the row was found to be; of a new person the identifier it gets when the import is written.';
comment on table import_export.import_row is 'One member row of a workbook: as read, and what it would change field by field. Not touched any more once its import is written.';

-- The policy asks of every new row whether its import is there and within reach; an import is never deleted. The foreign key asked the
-- same once more.
alter table import_export.import_row drop constraint import_row_import_id_fkey;
revoke delete on import_export.import from dangvu_program;

-- Standings are only ever written from placements, which refer to the same person and cell and cannot outlive them: asking again for
-- each derived row took longer than deriving it.
alter table members.standing drop constraint standing_person_id_fkey, drop constraint standing_cell_id_fkey;

-- The shape a person said the list has; without it the headings decide.
alter table import_export.import add column asked_layout text;

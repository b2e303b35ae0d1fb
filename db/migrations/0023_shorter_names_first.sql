-- Of two people with the same given and family name, the one with fewer middle words comes first. In the keys a blank between words stood
-- below the mark that ends them; it now stands above it, as nameSortKey() of the program writes it. Not a correction of anybody's name.
alter table members.person disable trigger person_keeps_former_version;
update members.person set sort_key = replace(sort_key, ' ', '#') where position(' ' in sort_key) > 0;
alter table members.person enable trigger person_keeps_former_version;

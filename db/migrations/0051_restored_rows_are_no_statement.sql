-- Rows that parting two records puts back are no new statement about the person (0029); the trigger of 0040 forgot it.
drop trigger person_keeps_former_version on members.person;
create trigger person_keeps_former_version before update of full_name, other_name, sort_key, sex, born_on, ethnicity, religion, identity_number, old_identity_number, phone,
  native_place, residence, general_education, profession, political_theory, occupation, note, withdrawn_at on members.person
  for each row when (not platform.is_restoring()) execute function members.keep_former_version();

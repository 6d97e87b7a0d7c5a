-- The desk asks whether a patient had a letter before.
create index activation_patient on activation (hospital, patient);

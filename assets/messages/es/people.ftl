# Personas
search-people = Buscar entre { $count } personas…
no-people = Aún no hay personas. Importa una exportación de certificaciones para ver quién tiene qué.
nobody-found = No se ha encontrado a nadie. Prueba con otro nombre, correo o MCP ID.
column-edge = Ancho de { $column }
column-name = Nombre
column-takes = Ocupa
column-to-go = Faltan
exams-to-go = Exámenes que faltan como { $role }
holds-exam = Tiene { $exam }
mark-future = posterior
mark-failed = suspenso
mark-expired = caducado
mark-no-longer-accepted = retirado
credentials = Credenciales
counts = Cuenta
does-not-count = No cuenta
command-ask-pass = Suponer un aprobado…
    .tooltip = Mira qué cambia si alguien hubiera aprobado un examen
command-filter-people = Mostrar solo algunas personas
command-copy = Copiar
command-fill = Rellenar
exams-rulebook = Exámenes del reglamento
exams-held = Todos los exámenes que alguien tiene
exams-of = Exámenes de { $competency }
exams-shown = Exámenes a la vista
filter-button = Filtro
filter-everyone = Todas las personas
filter-qualifies = Puede ser { $role }
filter-holds-nothing = No tiene nada que cuente
filter-expires-soon = Caduca en 90 días
assume-pass = Suponer un aprobado
assume-pass-what = Elige a la persona y el examen. Se ve como supuesto en todas partes y se puede deshacer.
assume-who = Nombre, correo o MCP ID
assume-exam = Examen
assume-choose-exam = Elige un examen

# Personas y exámenes que los archivos dejan en duda
command-join = Son la misma
    .tooltip = Cuenta lo que han aprobado ambas como de una sola persona
command-part = Son dos
    .tooltip = No preguntar más por estas dos
command-take-back = Retirar
command-read-exam = Leer como { $exam }
likely-one = { $count ->
    [one] Quizá sean la misma persona
   *[other] Quizá sean la misma persona, { $count } parejas
}
likeness-contradicted = pero cada una tiene su MCP ID o su correo de la empresa
joined = Unidas por ti
joined-pair = { $a } y { $b } son la misma persona
parted-pair = { $a } y { $b } son dos personas
exam-read-as = “{ $written }” se lee como { $exam }
join-with = Es la misma persona que…
join-can-be-undone = Se puede retirar aquí en cualquier momento
search-other = Buscar por nombre, correo o MCP ID
corrections = Lo que has dicho
to-the-people = Ver quién
did-import = Importado: { $about }
did-remove = Quitado: { $about }
did-people = Ahora una sola persona: { $about }
did-exam = Examen leído como has dicho: { $about }
# El panel de una persona
written-as = En los archivos figura como
roles-to-take = Roles y exámenes que faltan
qualifies = Cumple
to-go-count = { $exams ->
    [one] Falta 1 examen
   *[other] Faltan { $exams } exámenes
}
takes-seat-in = Ocupa una plaza como { $role } en { $levels }
without-them-lost = Sin esta persona se pierde { $level }.
without-them-more = Sin esta persona faltan más exámenes para { $level }.
choose-seat = Plaza
seat-that-suits = la que convenga
seat-none = ninguna
command-not-assume-left = Recuperar

# Lista de control
from-to = del { $from } al { $to }
reached = alcanzado
money-missing = faltan { $money }
filled = cubierta
held = Aprobado
missing = Pendiente
passed-on = aprobado el { $day }
passed-undated = aprobado, día desconocido
tried-on = intentado el { $day }
expires-on = válido hasta el { $day }
mcp-id = MCP { $id }
role-asks = { $seats ->
    [one] 1 plaza · { $exams }
   *[other] { $seats } plazas · { $exams } cada una
}

why = Por qué
all-seats-filled = Todas las plazas están cubiertas.
could-be-lost = Qué se podría perder
essential = imprescindible
pinned = asignación fija
stand-ins = También podría ocupar esta plaza sin más exámenes: { $who }.
takes-seat = Ocupa una plaza de { $role }
takes-no-seat = Aquí no ocupa ninguna plaza
is-kept-out = No ocupa ninguna plaza porque lo has pedido
choose-a-person = Haz clic en un nombre para ver quién más podría ocupar la plaza, fijarlo o apartarlo.
kept-out = Sin plaza
assume-who-passed = Suponer que { $who } ha aprobado
no-fewer = con menos es imposible
what-if = ¿Y si…?
with-assumed = Con { $what }
show-each = Ver cuáles
forget-assumed = Deshacer: { $what }
verdict-change = { $level }: { $before } → { $after }
verdict-same = Ningún veredicto cambia.
to-go-as = Como { $role }: { $exams ->
    [0] cumple
    [one] le falta 1 examen
   *[other] le faltan { $exams } exámenes
}
stand-ins-none = Nadie más podría ocupar esta plaza sin aprobar algún examen.
is-essential = Sin esta persona faltarían más exámenes.
why-of = { $roles }: { $why }
command-copy-checklist = Copiar como texto
    .tooltip = Copia esta lista al portapapeles para pegarla en un correo
command-assume-left = ¿Y si se va esta persona?
    .tooltip = Muestra los veredictos sin esta persona; lo leído no cambia
notice-copied = La lista está en el portapapeles. Pégala donde quieras.
pin-as = Fijar como { $role }
seats-alike = { $seats } plazas
each-of-them = cada una: { $who }

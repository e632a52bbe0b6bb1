# Palabras que comparten la ventana, el resumen y el texto.

month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
month-short-1 = ene
month-short-2 = feb
month-short-3 = mar
month-short-4 = abr
month-short-5 = may
month-short-6 = jun
month-short-7 = jul
month-short-8 = ago
month-short-9 = sept
month-short-10 = oct
month-short-11 = nov
month-short-12 = dic
long-date = { $day } de { $month } de { $year }

level-silver = Silver
level-gold = Gold
market-developed = Desarrollado
market-developing = En desarrollo
window-rolling = Doce meses móviles
window-full-months = Meses completos

# Veredictos
ready = Conseguido
ready-until = Conseguido hasta el { $day }
exams-away = { $exams ->
    [one] Falta 1 examen
   *[other] Faltan { $exams } exámenes
}
money-away = Faltan { $money }
exams-and-money-away = { $exams ->
    [one] Faltan 1 examen y { $money }
   *[other] Faltan { $exams } exámenes y { $money }
}
not-known-away = Sin umbral para este mercado
exams-away-no-threshold = { $exams ->
    [one] Falta 1 examen; no hay umbral de ingresos para este mercado
   *[other] Faltan { $exams } exámenes; no hay umbral de ingresos para este mercado
}
not-met = No se cumple

# Una condición que falta
one-of = uno de { $exams }
bundle-and = { $first } y { $second }
either = { $first } o { $last }
bundle-and-before-i = { $first } e { $second }
exams-count = { $exams ->
    [one] 1 examen
   *[other] { $exams } exámenes
}
somebody = Alguien
anyone-of = cualquiera de { $people } personas
new-person = una persona nueva
seats-filled = { $filled } de { $seats } cubiertas
amount-of = { $counted } de { $threshold }

# Por qué no cuenta una venta
sale-future = Posterior a la fecha elegida
sale-outside-window = Fuera del periodo
sale-duplicate = Duplicada
sale-out-of-scope = Otro producto
sale-not-associated = No asociada
sale-association-unknown = Asociación sin acreditar
sale-renewal = Renovación
sale-no-rate = Sin tipo de cambio

# Por qué no cuenta una credencial
credential-future = Aprobado después de la fecha elegida
credential-failed = No aprobado
credential-expired = Caducado
credential-no-longer-accepted = Ya no se acepta
credential-not-in-rulebook = No lo piden estas reglas
credential-duplicate = Aprobado más de una vez

# No se puede escribir un archivo
write-no-folder = No se puede escribir { $file }: la carpeta no existe. Elige otra.
write-denied = No se puede escribir { $file }: el sistema no lo permite. Ciérralo en otros programas o elige otra carpeta.
write-full = No se puede escribir { $file }: el disco está lleno. Libera espacio o elige otro disco.
write-folder = { $file } es una carpeta. Elige un nombre de archivo.
write-failed = No se puede escribir { $file } ({ $detail }). Elige otra carpeta.

# Por qué no se puede con menos exámenes
why-shortage = Con menos es imposible: { $roles } { $count ->
    [one] tiene
   *[other] tienen
} { $seats ->
    [one] 1 plaza
   *[other] { $seats } plazas
} y { $people ->
    [0] nadie cumple
    [one] solo 1 persona cumple
   *[other] solo { $people } personas cumplen
} los requisitos. { $exams ->
    [one] Hace falta 1 examen
   *[other] Hacen falta { $exams } exámenes
} como mínimo.
why-nothing-held = Con menos es imposible: las plazas piden { $asked ->
    [one] 1 examen
   *[other] { $asked } exámenes
} y nadie tiene ninguno que ahorre algo.
why-prices = Con menos es imposible: las plazas piden { $asked } exámenes y los de { $who } ahorran { $saved ->
    [one] 1
   *[other] { $saved }
} como máximo. { $exams ->
    [one] Queda 1
   *[other] Quedan { $exams }
}.
why-wishes = { $exams ->
    [one] Falta 1 más
   *[other] Faltan { $exams } más
} porque hay personas fijadas o apartadas.
why-wishes-alone = { $exams ->
    [one] Falta 1 examen
   *[other] Faltan { $exams } exámenes
} solo porque hay personas fijadas o apartadas.

# Qué pone en riesgo un nivel
risk-revenue = Sin ventas nuevas, los ingresos bajan de { $money } el { $day }
risk-roster = Si nadie renueva ni aprueba nada, faltarán exámenes desde el { $day }
risk-departures = Si se van { $people } personas, no se pueden cubrir las plazas: por ejemplo, { $who }
risk-only = { $people ->
    [one] Solo { $who } cumple como { $role }
   *[other] Solo { $who } cumplen como { $role }
}
risk-essential = { $people ->
    [one] Sin { $who } faltarían más exámenes
   *[other] Si se va cualquiera de estas personas, faltarán más exámenes: { $who }
}
others = { $count ->
    [one] 1 más
   *[other] { $count } más
}

# Qué hacer ahora y qué mantener
next-step = { $who }: { $exams } ({ $levels })
path = { $silver ->
    [one] 1 examen lleva
   *[other] { $silver } exámenes llevan
} a Silver de camino a Gold ({ $who }). Silver por sí solo pide { $plain }, pero entonces Gold cuesta { $wasted ->
    [one] 1 examen
   *[other] { $wasted } exámenes
} más.
renew = { $who } tiene que renovar { $exam } hasta el { $day } como muy tarde
renew-impossible = Renovar no basta para mantener cubiertas las plazas: hay exámenes que dejan de aceptarse
sell-to-stay = Para que los ingresos sigan bastando hacen falta ventas nuevas de { $first } hasta el { $by }, y de { $last } en total hasta el { $until }
sell-to-stay-once = Para que los ingresos sigan bastando hacen falta ventas nuevas de { $first } hasta el { $by }
at-most = { $verdict }, como máximo

# Lo que se supone
assumed = supuesto
assumed-pass = { $who } ha aprobado { $exam }
assumed-left = { $who } se ha ido
assumed-sold = { $money } vendidos el { $day }
assumed-passes = { $count ->
    [one] 1 aprobado supuesto
   *[other] { $count } aprobados supuestos
}
assumed-leavers = { $count ->
    [one] 1 baja supuesta
   *[other] { $count } bajas supuestas
}
assumed-sales = { $count ->
    [one] 1 venta supuesta
   *[other] { $count } ventas supuestas
}

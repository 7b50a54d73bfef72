<p id="viewers"><?= $count < 2 ? 'You are the only one looking at this' : e($count) . ' people look at this' ?></p>
